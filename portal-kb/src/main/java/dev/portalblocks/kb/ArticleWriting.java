// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleDrafted;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.Category;
import dev.portalblocks.kb.model.CategoryChanged;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.kb.spi.StoredCategory;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps that editors and imports have in common, inside an operation of theirs. */
final class ArticleWriting {
    private final KnowledgeStorage storage;

    ArticleWriting(KnowledgeStorage storage) {
        this.storage = storage;
    }

    /** Returns what a revision says. */
    ArticleContent requireRevision(OperationContext context, ArticleId article, long number) {
        return storage.revisions()
                .find(context.tx(), context.scope(), article, number)
                .map(stored -> stored.revision().content())
                .orElseThrow(() -> new PortalException.NotFound("revision"));
    }

    /** Loads an article to change it. */
    StoredArticle load(OperationContext context, ArticleId id, @Nullable Long expectedVersion) {
        StoredArticle article = storage.articles()
                .findForUpdate(context.tx(), context.scope(), id)
                .orElseThrow(() -> new PortalException.NotFound("article"));
        if (expectedVersion != null && expectedVersion != article.version()) {
            throw new PortalException.Conflict("article.version-conflict", EditorViews.of(article, context.now()));
        }
        context.about(reference(id));
        return article;
    }

    /** Refuses an article that its writer could not reach afterwards: a narrowed editor writes within the own scope. */
    void requireReach(OperationContext context, StoredArticle article) {
        if (!article.isWithin(context.scope())) {
            throw context.denied(reference(article.id()), "article.beyond-scope");
        }
    }

    void save(OperationContext context, StoredArticle changed) {
        requireReach(context, changed);
        if (!storage.articles().update(context.tx(), changed)) {
            throw new PortalException.Conflict("article.version-conflict");
        }
    }

    /** Refuses content that points at what is not there, or at bytes that are not the knowledge base's. */
    void requireReferences(OperationContext context, ArticleContent content) {
        if (!content.texts().containsKey(content.language())) {
            throw new PortalException.InvalidInput("article.language-without-text");
        }
        if (content.assets().stream().map(Asset::path).distinct().count()
                < content.assets().size()) {
            throw new PortalException.InvalidInput("article.asset-path-twice");
        }
        for (CategoryId category : content.categories()) {
            requireCategory(context, category);
        }
        for (Asset asset : content.assets()) {
            boolean ours = storage.assets()
                    .find(context.tx(), context.scope(), asset.content())
                    .filter(known -> sameBytes(known.asset(), asset))
                    .isPresent();
            if (!ours) {
                throw new PortalException.NotFound("asset");
            }
        }
    }

    /** Returns this content in those of its categories that are still there. */
    ArticleContent inWhatIsThere(OperationContext context, ArticleContent content) {
        return content.in(content.categories().stream()
                .filter(category -> storage.categories()
                        .find(context.tx(), context.scope(), category)
                        .isPresent())
                .toArray(CategoryId[]::new));
    }

    StoredCategory requireCategory(OperationContext context, CategoryId category) {
        return storage.categories()
                .find(context.tx(), context.scope(), category)
                .orElseThrow(() -> new PortalException.NotFound("category"));
    }

    /** Keeps what became of a draft, tells of it, and returns what its editor gets. */
    EditedArticle saveDraft(OperationContext context, StoredArticle changed) {
        save(context, changed);
        reportDraft(context, changed);
        return EditorViews.of(changed, context.now());
    }

    /** Tells of a draft that was written. */
    void reportDraft(OperationContext context, StoredArticle article) {
        ObjectRef reference = reference(article.id());
        context.about(reference);
        context.emit(ArticleDrafted.TYPE, reference, new ArticleDrafted(article.id(), article.version()));
    }

    /** Makes a category, or says that the key is taken. */
    Optional<StoredCategory> insertCategory(
            OperationContext context, UUID id, @Nullable CategoryId parent, String key, LocalizedText name) {
        requireDepth(context, parent);
        Category category = new Category(CategoryId.of(id), parent, key, name, 1);
        StoredCategory stored = new StoredCategory(context.actor().tenant(), category);
        if (!storage.categories().insert(context.tx(), stored)) {
            return Optional.empty();
        }
        reportCategory(context, category);
        return Optional.of(stored);
    }

    private void requireDepth(OperationContext context, @Nullable CategoryId parent) {
        int depth = 1;
        for (CategoryId above = parent; above != null; depth++) {
            if (depth >= CreateCategory.MAX_DEPTH) {
                throw new PortalException.LimitExceeded("category.too-deep", CreateCategory.MAX_DEPTH);
            }
            above = requireCategory(context, above).category().parent();
        }
    }

    void reportCategory(OperationContext context, Category category) {
        ObjectRef reference = ObjectRef.of("category", category.id());
        context.about(reference);
        context.emit(CategoryChanged.TYPE, reference, new CategoryChanged(category.id(), category.version()));
    }

    /** Returns the category that these keys lead to, making what is missing; empty for no key. */
    Optional<CategoryId> categoryOf(OperationContext context, List<String> keys, LanguageTag language) {
        CategoryId place = null;
        for (String key : keys) {
            place = childOf(context, place, key, language);
        }
        return Optional.ofNullable(place);
    }

    private CategoryId childOf(
            OperationContext context, @Nullable CategoryId parent, String key, LanguageTag language) {
        return findCategory(context, parent, key)
                .or(() -> insertCategory(context, context.newId(), parent, key, LocalizedText.of(language, key)))
                .or(() -> findCategory(context, parent, key))
                .orElseThrow(() -> new PortalException.Conflict("category.key-taken"))
                .category()
                .id();
    }

    private Optional<StoredCategory> findCategory(OperationContext context, @Nullable CategoryId parent, String key) {
        return storage.categories().findByKey(context.tx(), context.scope(), parent, key);
    }

    static ObjectRef reference(ArticleId id) {
        return ObjectRef.of("article", id);
    }

    private static boolean sameBytes(Asset known, Asset claimed) {
        return known.sha256().equals(claimed.sha256())
                && known.size() == claimed.size()
                && known.mediaType().equals(claimed.mediaType());
    }
}
