// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.model.Category;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CategorySummary;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.MoveCategory;
import dev.portalblocks.kb.model.RemoveCategory;
import dev.portalblocks.kb.model.RenameCategory;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tree of categories is moved and cut, and stays a tree. */
class CategoryShapingTest {
    private static final CategoryId UNKNOWN = CategoryId.of(new UUID(0x7000, 0x8000_0000_0000_0000L));

    private final Editorial editorial = new Editorial();
    private final CategoryEditor editor = editorial.knowledge.categoryEditor();

    @AfterEach
    void close() {
        editorial.close();
    }

    @Test
    void aCategoryMovesWithAllThatStandsInIt() {
        Category car = create("kfz", null);
        Category hail = create("hagel", car.id());
        create("autoglas", hail.id());
        Category house = create("haus", null);
        editorial.publish(editorial.german("Hagel am Auto", "").in(hail.id()));

        Category moved =
                editor.move(LENA, MoveCategory.of(hail.id(), house.id()).expecting(1));

        assertThat(moved.parent()).isEqualTo(house.id());
        assertThat(moved.key()).isEqualTo("hagel");
        assertThat(moved.version()).isEqualTo(2);
        assertThat(editorial.knowledge.categories(NOBODY, null))
                .extracting(CategorySummary::name, CategorySummary::articles)
                .containsExactly(tuple("haus", 0), tuple("hagel", 1));
        assertThat(editor.move(LENA, MoveCategory.of(hail.id(), null)).parent()).isNull();
    }

    /** Not in itself, its child, or the child of that. */
    @Test
    void aCategoryNeverStandsInItself() {
        Category car = create("kfz", null);
        Category hail = create("hagel", car.id());
        Category glass = create("autoglas", hail.id());

        for (Category place : new Category[] {car, hail, glass}) {
            assertThatThrownBy(() -> editor.move(LENA, MoveCategory.of(car.id(), place.id())))
                    .isInstanceOf(PortalException.Conflict.class)
                    .hasMessageContaining("category.circle");
        }
        assertThat(editor.list(LENA)).containsExactly(car, hail, glass);
    }

    @Test
    void aMoveToWhereItsKeyIsTakenIsRefused() {
        Category car = create("kfz", null);
        create("hagel", car.id());
        Category hail = create("hagel", null);

        assertThatThrownBy(() -> editor.move(LENA, MoveCategory.of(hail.id(), car.id())))
                .isInstanceOf(PortalException.Conflict.class)
                .hasMessageContaining("category.key-taken");
    }

    /** What stands lowest in it counts. */
    @Test
    void aMoveThatWouldBeTooDeepIsRefused() {
        CategoryId place = null;
        for (int depth = 1; depth < CreateCategory.MAX_DEPTH; depth++) {
            place = create("tief", place).id();
        }
        CategoryId deepest = place;
        Category hail = create("hagel", null);
        Category glass = create("autoglas", hail.id());

        assertThatThrownBy(() -> editor.move(LENA, MoveCategory.of(hail.id(), deepest)))
                .isInstanceOfSatisfying(
                        PortalException.LimitExceeded.class,
                        e -> assertThat(e.code()).isEqualTo("category.too-deep"));
        assertThat(editor.move(LENA, MoveCategory.of(glass.id(), deepest)).parent())
                .isEqualTo(deepest);
    }

    @Test
    void whereItStandsAlreadyNothingChanges() {
        Category car = create("kfz", null);
        Category hail = create("hagel", car.id());

        assertThat(editor.move(LENA, MoveCategory.of(hail.id(), car.id()))).isEqualTo(hail);
        assertThat(editor.move(LENA, MoveCategory.of(car.id(), null))).isEqualTo(car);
    }

    @Test
    void whatIsNotThereNeitherMovesNorGoesNorHoldsAnything() {
        Category car = create("kfz", null);

        for (Runnable call : new Runnable[] {
            () -> editor.move(LENA, MoveCategory.of(UNKNOWN, null)),
            () -> editor.move(LENA, MoveCategory.of(car.id(), UNKNOWN)),
            () -> editor.remove(LENA, RemoveCategory.of(UNKNOWN))
        }) {
            assertThatThrownBy(call::run)
                    .isInstanceOfSatisfying(
                            PortalException.NotFound.class,
                            e -> assertThat(e.code()).isEqualTo("category.not-found"));
        }
    }

    @Test
    void whatAnotherEditorRenamedMeanwhileIsNeitherMovedNorRemoved() {
        Category car = create("kfz", null);
        Category house = create("haus", null);
        editor.rename(LENA, RenameCategory.of(car.id(), LocalizedText.german("Auto")));

        assertThatThrownBy(() ->
                        editor.move(LENA, MoveCategory.of(car.id(), house.id()).expecting(1)))
                .hasMessageContaining("category.version-conflict");
        assertThatThrownBy(() -> editor.remove(LENA, RemoveCategory.of(car.id()).expecting(1)))
                .hasMessageContaining("category.version-conflict");
        editor.remove(LENA, RemoveCategory.of(car.id()).expecting(2));
        assertThat(editor.list(LENA)).containsExactly(house);
    }

    @Test
    void aCategoryInWhichOthersStandIsNotRemoved() {
        Category car = create("kfz", null);
        Category hail = create("hagel", car.id());

        assertThatThrownBy(() -> editor.remove(LENA, RemoveCategory.of(car.id())))
                .isInstanceOf(PortalException.Conflict.class)
                .hasMessageContaining("category.not-empty");

        editor.remove(LENA, RemoveCategory.of(hail.id()));
        editor.remove(LENA, RemoveCategory.of(car.id()));
        assertThat(editor.list(LENA)).isEmpty();
        assertThat(create("kfz", null).id()).as("another one").isNotEqualTo(car.id());
    }

    private Category create(String key, @Nullable CategoryId parent) {
        return editor.create(LENA, new CreateCategory(parent, key, LocalizedText.german(key), null));
    }
}
