// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Contents;
import dev.portalblocks.core.operation.Listing;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ExportedArticle;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.PublishedArticle;
import dev.portalblocks.kb.spi.StoredArticle;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The knowledge base as exports use it: programs, and staff with the role {@code editor}. They get what readers see now, for whichever
 * audience, as far as their own scope goes: an article of which they may not edit the draft, too, they do not get. Drafts, plans and what is
 * archived stay where they are.
 *
 * <p>Thread-safe.
 */
public final class KnowledgeExport {
    /** To take out all that is published. */
    public static final Permission EXPORT = Permission.forStaff("kb.export", "editor");

    private static final Operation LIST = Operation.reading("kb.export.list", EXPORT);
    private static final Operation OPEN_ASSET = Operation.reading("kb.export.open-asset", EXPORT);

    static final List<Operation> OPERATIONS = List.of(LIST, OPEN_ASSET);

    private static final int AT_ONCE = 100;

    private final Operations operations;
    private final KnowledgeStorage storage;
    private final Contents contents;

    KnowledgeExport(Operations operations, KnowledgeStorage storage, Contents contents) {
        this.operations = operations;
        this.storage = storage;
        this.contents = contents;
    }

    /** Returns what is published, in the order in which the articles were made. */
    public Page<ExportedArticle> list(Actor actor, PageRequest page) {
        return operations.list(
                LIST, actor, new Listing<>(page, "", this::published, article -> Keyset.ofId(article.id())));
    }

    /**
     * Opens a picture or a file of a published article; the caller closes the stream.
     *
     * @throws PortalException.NotFound {@code article.not-found} when it is not there, not published or beyond the actor's reach;
     *     {@code asset.not-found} when the article has no such path
     */
    public InputStream openAsset(Actor actor, ArticleId article, String path) {
        return contents.open(operations.perform(
                OPEN_ASSET,
                actor,
                article,
                context -> shown(context, article).assets().stream()
                        .filter(asset -> asset.path().equals(path))
                        .findFirst()
                        .map(asset -> contents.show(context, asset.content()))
                        .orElseThrow(() -> new PortalException.NotFound("asset"))));
    }

    private ArticleContent shown(OperationContext context, ArticleId article) {
        return storage.articles()
                .find(context.tx(), context.scope(), article)
                .flatMap(stored -> stored.shownAt(context.now()))
                .map(KnowledgeExport::content)
                .orElseThrow(() -> new PortalException.NotFound("article"));
    }

    /** Goes on until the page is full: what readers don't see has no place on it. */
    private List<ExportedArticle> published(OperationContext context, @Nullable Keyset after, int limit) {
        List<StoredArticle> shown = new ArrayList<>();
        Keyset place = after;
        boolean isThereMore = true;
        while (shown.size() < limit && isThereMore) {
            List<StoredArticle> next = storage.articles().list(context.tx(), context.scope(), place, limit);
            next.stream()
                    .filter(article -> article.shownAt(context.now()).isPresent())
                    .limit((long) limit - shown.size())
                    .forEach(shown::add);
            isThereMore = next.size() == limit;
            place = next.isEmpty()
                    ? place
                    : Keyset.ofId(next.get(next.size() - 1).id());
        }
        return exported(context, shown);
    }

    private List<ExportedArticle> exported(OperationContext context, List<StoredArticle> articles) {
        CategoryKeys keys = CategoryKeys.of(storage.categories().list(context.tx(), context.scope()));
        Set<ArticleId> shown = shown(
                context,
                articles.stream()
                        .flatMap(article -> article.settings().related().stream())
                        .distinct()
                        .toList());
        return articles.stream()
                .map(article ->
                        exported(article, content(article.shownAt(context.now()).orElseThrow()), keys, shown))
                .toList();
    }

    /** Returns which of these readers see something of. */
    private Set<ArticleId> shown(OperationContext context, List<ArticleId> ids) {
        Set<ArticleId> shown = new HashSet<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            Set<ArticleId> some = Set.copyOf(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
            storage.articles().listOf(context.tx(), context.scope(), some).stream()
                    .filter(article -> article.shownAt(context.now()).isPresent())
                    .forEach(article -> shown.add(article.id()));
        }
        return shown;
    }

    private static ExportedArticle exported(
            StoredArticle article, ArticleContent content, CategoryKeys keys, Set<ArticleId> shown) {
        List<ArticleId> related =
                article.settings().related().stream().filter(shown::contains).toList();
        return new ExportedArticle(
                article.id(),
                article.source(),
                content,
                keys.of(content.categories()),
                article.settings().relatedTo(related));
    }

    private static ArticleContent content(PublishedArticle shown) {
        return shown.revision().content();
    }
}
