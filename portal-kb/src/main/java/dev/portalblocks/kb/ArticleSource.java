// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.Listing;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleText;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CategoryRemoved;
import dev.portalblocks.kb.spi.PlannedArticle;
import dev.portalblocks.kb.spi.PublishedArticleStore;
import dev.portalblocks.publishing.model.Showing;
import dev.portalblocks.search.MarkdownText;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import dev.portalblocks.search.model.SearchDocument.SearchText;
import dev.portalblocks.search.spi.DependentSource;
import dev.portalblocks.search.spi.SearchChange;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives published articles to a search. */
final class ArticleSource implements DependentSource {
    private static final String TYPE = "article";
    static final Permission INDEX = Permission.forStaff("kb.index");

    private static final Operation READ_ONE = Operation.reading("kb.index.read", INDEX);
    private static final Operation READ_ALL = Operation.reading("kb.index.read-all", INDEX);

    static final List<Operation> OPERATIONS = List.of(READ_ONE, READ_ALL);

    private final Operations operations;
    private final PublishedArticleStore articles;
    private final Permission permission;

    /** Reads these articles, which are for whoever has the permission. */
    ArticleSource(Operations operations, PublishedArticleStore articles, Permission permission) {
        this.operations = operations;
        this.articles = articles;
        this.permission = permission;
    }

    @Override
    public String objectType() {
        return TYPE;
    }

    @Override
    public Permission permission() {
        return permission;
    }

    /** A category that is gone is named by nobody's event but its own. */
    @Override
    public Set<String> staleAfter() {
        return Set.of(CategoryRemoved.TYPE.name());
    }

    @Override
    public SearchChange read(TenantId tenant, ObjectRef object) {
        ArticleId id = ArticleId.of(object);
        return operations
                .perform(
                        READ_ONE,
                        indexer(tenant),
                        id,
                        context -> articles.findSchedule(context.tx(), context.scope(), id, context.now()))
                .map(article -> change(article, operations.clock().instant()))
                .orElseGet(() -> new SearchChange(object, List.of()));
    }

    @Override
    public void readAll(TenantId tenant, Consumer<SearchChange> target) {
        PageRequest request = PageRequest.first(PageRequest.MAX_LIMIT);
        Page<PlannedArticle> page = page(tenant, request);
        page.items()
                .forEach(article ->
                        target.accept(change(article, operations.clock().instant())));
        while (page.next() != null) {
            page = page(tenant, request.after(page.next()));
            page.items()
                    .forEach(article ->
                            target.accept(change(article, operations.clock().instant())));
        }
    }

    private Page<PlannedArticle> page(TenantId tenant, PageRequest request) {
        Listing.Rows<PlannedArticle> rows = (context, after, limit) ->
                articles.listSchedules(context.tx(), context.scope(), context.now(), after, limit);
        return operations.list(
                READ_ALL, indexer(tenant), new Listing<>(request, "", rows, article -> Keyset.ofId(article.id())));
    }

    private static Actor indexer(TenantId tenant) {
        return Actor.system(tenant, "search");
    }

    private static SearchChange change(PlannedArticle article, Instant now) {
        ObjectRef reference = ObjectRef.of(TYPE, article.id());
        List<SearchDocument> documents = article.schedule().showings().stream()
                .flatMap(showing -> documents(reference, showing, now))
                .toList();
        return new SearchChange(reference, documents);
    }

    /**
     * Of what is planned as well: it is found from its first moment on, though nothing is written then. What is shown already is found by
     * those as well whose clock is behind.
     */
    private static Stream<SearchDocument> documents(ObjectRef reference, Showing<ArticleContent> showing, Instant now) {
        ArticleContent content = showing.revision().content();
        SearchFacts facts = SearchFacts.in(categories(content))
                .changed(showing.revision().publishedAt())
                .shown(showing.from().isAfter(now) ? showing.from() : null, showing.until());
        return content.texts().entrySet().stream()
                .map(text -> new SearchDocument(
                        reference,
                        text.getKey(),
                        content.languages(),
                        content.audiences(),
                        text.getValue().title(),
                        searchText(text.getValue(), content.tags()),
                        facts));
    }

    private static SearchText searchText(ArticleText text, List<String> tags) {
        MarkdownText read = MarkdownText.of(text.body());
        return new SearchText(read.plain(), read.sections(), tags);
    }

    private static Set<String> categories(ArticleContent content) {
        return content.categories().stream().map(CategoryId::toString).collect(Collectors.toUnmodifiableSet());
    }
}
