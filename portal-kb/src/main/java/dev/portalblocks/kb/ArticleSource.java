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
import dev.portalblocks.kb.spi.PublishedArticle;
import dev.portalblocks.kb.spi.PublishedArticleStore;
import dev.portalblocks.search.MarkdownText;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import dev.portalblocks.search.model.SearchDocument.SearchText;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Gives published articles to a search. */
final class ArticleSource implements SearchSource {
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

    @Override
    public SearchChange read(TenantId tenant, ObjectRef object) {
        ArticleId id = ArticleId.of(object);
        return operations
                .perform(READ_ONE, indexer(tenant), id, context -> articles.find(context.tx(), context.scope(), id))
                .map(ArticleSource::change)
                .orElseGet(() -> new SearchChange(object, List.of()));
    }

    @Override
    public void readAll(TenantId tenant, Consumer<SearchChange> target) {
        PageRequest request = PageRequest.first(PageRequest.MAX_LIMIT);
        Page<PublishedArticle> page = page(tenant, request);
        page.items().forEach(article -> target.accept(change(article)));
        while (page.next() != null) {
            page = page(tenant, request.after(page.next()));
            page.items().forEach(article -> target.accept(change(article)));
        }
    }

    private Page<PublishedArticle> page(TenantId tenant, PageRequest request) {
        Listing.Rows<PublishedArticle> rows =
                (context, after, limit) -> articles.list(context.tx(), context.scope(), null, after, limit);
        return operations.list(
                READ_ALL, indexer(tenant), new Listing<>(request, "", rows, article -> Keyset.ofId(article.id())));
    }

    private static Actor indexer(TenantId tenant) {
        return Actor.system(tenant, "search");
    }

    private static SearchChange change(PublishedArticle article) {
        ObjectRef reference = ObjectRef.of(TYPE, article.id());
        ArticleContent content = article.revision().content();
        List<SearchDocument> documents = content.texts().entrySet().stream()
                .map(text -> new SearchDocument(
                        reference,
                        text.getKey(),
                        content.languages(),
                        content.audiences(),
                        text.getValue().title(),
                        searchText(text.getValue(), content.tags()),
                        SearchFacts.in(categories(content))
                                .changed(article.revision().publishedAt())))
                .toList();
        return new SearchChange(reference, documents);
    }

    private static SearchText searchText(ArticleText text, List<String> tags) {
        MarkdownText read = MarkdownText.of(text.body());
        return new SearchText(read.plain(), read.sections(), tags);
    }

    private static Set<String> categories(ArticleContent content) {
        return content.categories().stream().map(CategoryId::toString).collect(Collectors.toUnmodifiableSet());
    }
}
