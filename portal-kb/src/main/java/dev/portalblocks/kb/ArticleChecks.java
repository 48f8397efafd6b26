// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Listing;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CheckedArticle;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredArticle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Looks articles over, before they are published and afterwards: pictures without a text, videos without captions, links to what is not
 * there, not published, or for fewer readers. Links into the FAQ and into the web are not followed, nor is the place behind {@code #}.
 *
 * <p>What is beyond the editor's reach is not there. Thread-safe.
 */
public final class ArticleChecks {
    private static final Operation CHECK = Operation.reading("kb.article.check", KnowledgeEditor.EDIT);
    private static final Operation REPORT = Operation.reading("kb.article.report", KnowledgeEditor.EDIT);

    static final List<Operation> OPERATIONS = List.of(CHECK, REPORT);

    private final Operations operations;
    private final KnowledgeStorage storage;

    ArticleChecks(Operations operations, KnowledgeStorage storage) {
        this.operations = operations;
        this.storage = storage;
    }

    /**
     * Returns what is wrong with what was written last: the draft, else what was published or planned last.
     *
     * @throws PortalException.NotFound {@code article.not-found} when it is not there, or beyond the editor's reach
     */
    public CheckedArticle check(Actor actor, ArticleId article) {
        return operations.perform(CHECK, actor, article, context -> {
            StoredArticle stored = storage.articles()
                    .find(context.tx(), context.scope(), article)
                    .orElseThrow(() -> new PortalException.NotFound("article"));
            ArticleContent newest =
                    Objects.requireNonNull(ArticleLife.newest(stored.parts()), "one of the sides is there");
            return ContentCheck.of(context, storage.articles(), Map.of(article, List.of(newest)))
                    .checked(article);
        });
    }

    /**
     * Returns what is wrong with what readers see of all articles, now or by what is planned, in the order in which they were made; those
     * with which nothing is wrong, and those of which readers see nothing, have no findings.
     */
    public Page<CheckedArticle> report(Actor actor, PageRequest page) {
        Listing.Rows<CheckedArticle> rows = (context, after, limit) -> {
            Map<ArticleId, List<ArticleContent>> seen = new LinkedHashMap<>();
            storage.articles()
                    .list(context.tx(), context.scope(), after, limit)
                    .forEach(article -> seen.put(article.id(), ArticleLife.seen(article, context.now())));
            ContentCheck check = ContentCheck.of(context, storage.articles(), seen);
            return seen.keySet().stream().map(check::checked).toList();
        };
        return operations.list(REPORT, actor, new Listing<>(page, "", rows, article -> Keyset.ofId(article.article())));
    }
}
