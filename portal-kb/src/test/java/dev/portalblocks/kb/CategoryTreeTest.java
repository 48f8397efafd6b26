// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static dev.portalblocks.kb.Editorial.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.model.Category;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CategorySummary;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.ImportArticle;
import dev.portalblocks.kb.model.RenameCategory;
import dev.portalblocks.kb.model.SourceKey;
import dev.portalblocks.kb.spi.StoredCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tree of categories: in order, not too deep, and shown in linear time. */
class CategoryTreeTest {
    private final Editorial editorial = new Editorial();
    private final CategoryEditor editor = editorial.knowledge.categoryEditor();

    @AfterEach
    void close() {
        editorial.close();
    }

    @Test
    void parentsComeBeforeTheirChildrenAndSiblingsAsTheyWereMade() {
        Category first = create("erste", null);
        Category second = create("zweite", null);
        Category late = create("spät", first.id());
        Category deep = create("tief", late.id());
        Category later = create("später", first.id());
        create("leer", second.id());
        editorial.publish(editorial.german("A", "").in(deep.id(), second.id(), later.id()));

        assertThat(editorial.knowledge.categories(NOBODY, null))
                .extracting(CategorySummary::name)
                .containsExactly("erste", "spät", "tief", "später", "zweite");
    }

    @Test
    void aCategoryThatWouldBeTooDeepIsRefused() {
        CategoryId place = null;
        for (int depth = 1; depth <= CreateCategory.MAX_DEPTH; depth++) {
            place = create("k" + depth, place).id();
        }
        CategoryId deepest = place;

        assertThatThrownBy(() -> create("zu tief", deepest))
                .isInstanceOfSatisfying(
                        PortalException.LimitExceeded.class,
                        e -> assertThat(e.code()).isEqualTo("category.too-deep"));
        assertThat(editor.list(LENA)).hasSize(CreateCategory.MAX_DEPTH);
    }

    @Test
    void anImportMakesCategoriesAsDeepAsTheyMayBe() {
        List<String> keys = IntStream.rangeClosed(1, CreateCategory.MAX_DEPTH)
                .mapToObj(depth -> "k" + depth)
                .toList();
        editorial
                .knowledge
                .intake()
                .put(PROGRAM, new ImportArticle(new SourceKey("a", "b"), keys, editorial.german("A", "")));

        assertThat(editorial.knowledge.categories(NOBODY, null))
                .extracting(CategorySummary::name)
                .containsExactlyElementsOf(keys);
    }

    /** A store may hold a tree from before there was a limit. */
    @Test
    void aTreeOfAnyDepthIsShown() {
        List<StoredCategory> chain = new ArrayList<>();
        CategoryId parent = null;
        for (int depth = 0; depth < 50_000; depth++) {
            CategoryId id = CategoryId.of(new UUID(1, depth));
            Category category = new Category(id, parent, "k", LocalizedText.german("k"), 1);
            chain.add(new StoredCategory(Editorial.ACME, category));
            parent = id;
        }

        List<CategorySummary> shown = new ReaderViews(LanguageTag.GERMAN)
                .categories(chain, Map.of(CategoryId.of(new UUID(1, 49_999)), 1), null);

        assertThat(shown.stream().map(CategorySummary::id).collect(Collectors.toList()))
                .isEqualTo(chain.stream().map(stored -> stored.category().id()).toList());
    }

    @Test
    void underAKeyACategoryIsMadeOnce() {
        CreateCategory command =
                CreateCategory.of("kfz", LocalizedText.german("Kfz")).once(IdempotencyKey.of("one"));

        assertThat(editor.create(LENA, command)).isEqualTo(editor.create(LENA, command));
        assertThat(editor.list(LENA)).hasSize(1);
    }

    @Test
    void aRenameOfAnOlderVersionIsAConflict() {
        CategoryId id = create("kfz", null).id();
        RenameCategory rename = RenameCategory.of(id, LocalizedText.german("Auto"));

        assertThat(editor.rename(LENA, rename.expecting(1)).version()).isEqualTo(2);
        assertThat(editor.rename(LENA, rename).version()).isEqualTo(3);
        assertThatThrownBy(() -> editor.rename(LENA, rename.expecting(2)))
                .isInstanceOf(PortalException.Conflict.class)
                .hasMessageContaining("category.version-conflict");
    }

    private Category create(String key, @Nullable CategoryId parent) {
        return editor.create(LENA, new CreateCategory(parent, key, LocalizedText.german(key), null));
    }
}
