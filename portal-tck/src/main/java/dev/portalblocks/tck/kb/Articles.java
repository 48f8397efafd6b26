// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSettings;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.ArticleText;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.SourceKey;
import dev.portalblocks.kb.spi.ArticleStore;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.model.Editing;
import dev.portalblocks.publishing.model.Review;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.TextState;
import dev.portalblocks.publishing.spi.Parts;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Articles to try a store with. */
final class Articles {
    static final TenantId ACME = TenantId.of("acme");
    static final TenantId OTHER = TenantId.of("Acme");
    static final Scope ALL = Scope.wholeTenant(ACME);
    static final Instant NOON = Instant.parse("2027-01-01T12:00:00Z");
    static final Comparator<StoredArticle> BY_ID =
            Comparator.comparing(article -> article.id().toString());

    private Articles() {}

    static ArticleId id(SplittableRandom random) {
        return ArticleId.of(Seed.uuid(random));
    }

    static ArticleContent content(String title) {
        return ArticleContent.of(LanguageTag.GERMAN, title, "Text of " + title);
    }

    static Revision<ArticleContent> revision(long number, ArticleContent content) {
        return Revision.of(number, content, NOON);
    }

    /** Returns a text that was returned with a note, and one that is in review. */
    static Editing editing() {
        return new Editing(
                Map.of(LanguageTag.GERMAN, 7L, LanguageTag.ENGLISH, Long.MAX_VALUE),
                Map.of(
                        LanguageTag.GERMAN,
                        new Review(TextState.RETURNED, "\u00DCberschrift?"),
                        LanguageTag.ENGLISH,
                        new Review(TextState.IN_REVIEW, null)));
    }

    /** Returns settings with all that they can have, in which each text is as given. */
    static ArticleSettings settings(String text) {
        return new ArticleSettings(
                Map.of(LanguageTag.GERMAN, text, LanguageTag.ENGLISH, text + 1),
                text,
                LocalDate.of(2026, 12, 31),
                List.of(ArticleId.of(new UUID(7, 7)), ArticleId.of(new UUID(7, 6))));
    }

    /** Returns a first draft. */
    static StoredArticle draft(TenantId tenant, ArticleId id, @Nullable SourceKey source, String title) {
        return new StoredArticle(tenant, id, ArticleState.DRAFT, source, new Parts<>(content(title), null), 1, NOON);
    }

    /** Returns a published article without a draft. */
    static StoredArticle published(TenantId tenant, ArticleId id, ArticleContent content) {
        Parts<ArticleContent> parts = new Parts<>(null, revision(1, content));
        return new StoredArticle(tenant, id, ArticleState.PUBLISHED, null, parts, 1, NOON);
    }

    /** Returns the article's next version under another title. */
    static StoredArticle renamed(StoredArticle article, String title) {
        return article.next(
                article.state(), new Parts<>(content(title), article.parts().published()), NOON);
    }

    /** Returns this article as if it had another version. */
    static StoredArticle at(StoredArticle article, long version) {
        return new StoredArticle(
                article.tenant(),
                article.id(),
                article.state(),
                article.source(),
                article.parts(),
                article.settings(),
                version,
                article.changedAt());
    }

    /** Returns the title in the first language, of the draft if there is one. */
    static String title(StoredArticle article) {
        ArticleContent draft = article.parts().draft();
        Revision<ArticleContent> published = article.parts().published();
        ArticleContent content = draft != null ? draft : published != null ? published.content() : null;
        return content == null ? "" : content.texts().values().iterator().next().title();
    }

    /** Returns content in which each text is as given, of several languages, with all that it can have. */
    static ArticleContent full(String text, SplittableRandom random) {
        CategoryId first = CategoryId.of(Seed.uuid(random));
        CategoryId second = CategoryId.of(Seed.uuid(random));
        return new ArticleContent(
                LanguageTag.of("de-CH"),
                Map.of(
                        LanguageTag.of("de-CH"),
                        new ArticleText(text, text + "\n\n" + text),
                        LanguageTag.ENGLISH,
                        new ArticleText(text + 1, "")),
                Set.of(first, second),
                List.of(text, text + 2, text),
                Set.of(Audience.PUBLIC, Audience.role(Awkward.identifiers().get(text.length() % 40))),
                List.of(asset(text, random), asset(text + 3, random)));
    }

    static Asset asset(String path, SplittableRandom random) {
        return new Asset(path, ContentRef.of(Seed.uuid(random)), "image/png", Long.MAX_VALUE, "0a".repeat(32));
    }

    /** Returns an article in any state, with or without draft and published text, each for audiences of its own. */
    static StoredArticle any(TenantId tenant, RandomScopes scopes, SplittableRandom random) {
        ArticleState state = List.of(ArticleState.values()).get(random.nextInt(ArticleState.values().length));
        ArticleContent draft =
                state == ArticleState.DRAFT || random.nextBoolean() ? forSome(content("draft"), scopes) : null;
        Revision<ArticleContent> published =
                state == ArticleState.DRAFT ? null : revision(1, forSome(content("published"), scopes));
        return new StoredArticle(tenant, id(random), state, null, new Parts<>(draft, published), 1, NOON);
    }

    static ArticleContent forSome(ArticleContent content, RandomScopes scopes) {
        return content.forAudiences(scopes.audiences().toArray(Audience[]::new));
    }

    /** Inserts articles of every state and for all sorts of audiences. */
    static List<StoredArticle> anyInserted(
            StoreFixture<ArticleStore> articles, TenantId tenant, int count, SplittableRandom random) {
        RandomScopes scopes = new RandomScopes(random);
        List<StoredArticle> kept = IntStream.range(0, count)
                .mapToObj(i -> any(tenant, scopes, random))
                .toList();
        kept.forEach(article -> articles.change((tx, store) -> store.insert(tx, article)));
        return kept;
    }
}
