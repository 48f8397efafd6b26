// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleDrafted;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredArticle;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The steps that editors and imports have in common, inside an operation of theirs. */
final class ArticleWriting {
    private final KnowledgeStorage storage;
    private final CategoryTree tree;
    private final KnowledgeChanges changes;

    ArticleWriting(KnowledgeStorage storage, CategoryTree tree, KnowledgeChanges changes) {
        this.storage = storage;
        this.tree = tree;
        this.changes = changes;
    }

    /** Returns what a revision says. */
    ArticleContent requireRevision(OperationContext context, ArticleId article, long number) {
        return storage.revisions()
                .find(context.tx(), context.scope(), article.value(), number)
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
        changes.changing(context, changed);
        if (!storage.articles().update(context.tx(), changed)) {
            throw new PortalException.Conflict("article.version-conflict");
        }
    }

    /**
     * Refuses content that points at what is not there, or at bytes that are not the knowledge base's, and returns it. Of categories that an
     * article stood in before it leaves out those that are gone since.
     */
    ArticleContent requireReferences(OperationContext context, ArticleContent content, Set<CategoryId> before) {
        if (!content.texts().containsKey(content.language())) {
            throw new PortalException.InvalidInput("article.language-without-text");
        }
        if (content.assets().stream().map(Asset::path).distinct().count()
                < content.assets().size()) {
            throw new PortalException.InvalidInput("article.asset-path-twice");
        }
        ArticleContent placed = tree.inWhatIsThere(context, content, before);
        for (Asset asset : content.assets()) {
            boolean ours = storage.assets()
                    .find(context.tx(), context.scope(), asset.content())
                    .filter(known -> sameBytes(known.asset(), asset))
                    .isPresent();
            if (!ours) {
                throw new PortalException.NotFound("asset");
            }
        }
        return placed;
    }

    /** Returns this content in those of its categories that are still there. */
    ArticleContent inWhatIsThere(OperationContext context, ArticleContent content) {
        return tree.inWhatIsThere(context, content, Set.copyOf(content.categories()));
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

    static ObjectRef reference(ArticleId id) {
        return ObjectRef.of("article", id);
    }

    private static boolean sameBytes(Asset known, Asset claimed) {
        return known.sha256().equals(claimed.sha256())
                && known.size() == claimed.size()
                && known.mediaType().equals(claimed.mediaType());
    }
}
