// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.NOON;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.LanguageCoverage;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.model.Editing;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.Schedule;
import dev.portalblocks.publishing.model.Showing;
import dev.portalblocks.publishing.model.TextOrigin;
import dev.portalblocks.publishing.spi.Parts;
import dev.portalblocks.tck.RandomScopes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Articles in several languages that come and go, and a plain count of them, text by text. */
final class TranslatedArticles {
    private static final List<String> OTHERS = List.of("en", "fr", "de-CH");

    private TranslatedArticles() {}

    /** Returns what is shown between these minutes: a text for each language, the first one first, and when it was written. */
    static Showing<ArticleContent> shown(int from, @Nullable Integer until, String texts) {
        return shown(from, until, texts, ArticleContent.of(LanguageTag.GERMAN, "Platz", "x"));
    }

    private static Showing<ArticleContent> shown(
            int from, @Nullable Integer until, String texts, ArticleContent place) {
        Map<LanguageTag, TextOrigin> origins = new HashMap<>();
        ArticleContent content = null;
        for (String text : texts.split(" ", -1)) {
            String[] parts = text.split(":", -1);
            LanguageTag language = LanguageTag.of(parts[0]);
            origins.put(language, new TextOrigin(1, Long.parseLong(parts[1])));
            content = content == null
                    ? ArticleContent.of(language, text, "x").placedLike(place)
                    : content.with(language, text, "x");
        }
        Revision<ArticleContent> revision =
                new Revision<>(1, Objects.requireNonNull(content, "a text"), origins, ScheduledArticles.minute(from));
        return new Showing<>(
                ScheduledArticles.minute(from), until == null ? null : ScheduledArticles.minute(until), revision);
    }

    /** Returns a published article of these. */
    @SafeVarargs
    static StoredArticle of(ArticleId id, Showing<ArticleContent>... showings) {
        return ScheduledArticles.of(id, showings);
    }

    /** Returns an article in any state, for some audiences, of which up to four texts are shown, in up to four languages. */
    static StoredArticle any(SplittableRandom random, RandomScopes scopes) {
        ArticleContent place = Articles.forSome(Articles.content("placed"), scopes);
        List<Showing<ArticleContent>> showings = new ArrayList<>();
        int minute = random.nextInt(10);
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            int end = minute + 1 + random.nextInt(10);
            boolean isLast = i == count - 1 && random.nextBoolean();
            showings.add(shown(minute, isLast ? null : Integer.valueOf(end), texts(random), place));
            minute = i == 1 ? end + 5 : end;
        }
        Revision<ArticleContent> published = showings.isEmpty()
                ? Revision.of(1, place, NOON)
                : showings.get(showings.size() - 1).revision();
        ArticleState state = random.nextInt(5) == 0 ? ArticleState.ARCHIVED : ArticleState.PUBLISHED;
        ArticleContent draft = random.nextInt(4) == 0 ? Articles.forSome(Articles.content("draft"), scopes) : null;
        Parts<ArticleContent> parts = new Parts<>(draft, published, new Schedule<>(showings), Editing.none());
        return new StoredArticle(ACME, Articles.id(random), state, null, parts, 1, NOON);
    }

    private static String texts(SplittableRandom random) {
        StringBuilder texts = new StringBuilder("de:" + (1 + random.nextInt(3)));
        if (random.nextInt(6) == 0) {
            texts.setLength(0);
            texts.append("it:1"); // of which German may have been the first language before
        }
        OTHERS.stream()
                .filter(language -> random.nextBoolean())
                .forEach(language ->
                        texts.append(' ').append(language).append(':').append(1 + random.nextInt(3)));
        return texts.toString();
    }

    /** Returns whether readers see something of the article at this moment or later. */
    static boolean lasts(StoredArticle article, Instant since) {
        return !left(article, since).isEmpty();
    }

    /** Returns whether the last text that readers see in this language, at this moment or later, is there and not outdated. */
    static boolean isUpToDate(StoredArticle article, LanguageTag language, Instant since) {
        List<Revision<ArticleContent>> left = left(article, since).stream()
                .filter(revision -> revision.content().texts().containsKey(language))
                .toList();
        return !left.isEmpty() && !left.get(left.size() - 1).isOutdated(language);
    }

    /** Counts what a scope covers, article by article. */
    static List<LanguageCoverage> counted(List<StoredArticle> all, Scope scope, Instant since) {
        List<StoredArticle> some = all.stream()
                .filter(article -> article.isWithin(scope) && lasts(article, since))
                .toList();
        Set<LanguageTag> languages = new TreeSet<>();
        some.forEach(article -> languages.addAll(languages(article, since)));
        return languages.stream()
                .map(language -> {
                    List<StoredArticle> translated = some.stream()
                            .filter(article -> languages(article, since).contains(language))
                            .toList();
                    long upToDate = translated.stream()
                            .filter(article -> isUpToDate(article, language, since))
                            .count();
                    int outdated = translated.size() - (int) upToDate;
                    return new LanguageCoverage(language, some.size(), translated.size(), outdated);
                })
                .toList();
    }

    private static Set<LanguageTag> languages(StoredArticle article, Instant since) {
        Set<LanguageTag> languages = new TreeSet<>();
        left(article, since)
                .forEach(revision -> languages.addAll(revision.content().texts().keySet()));
        return languages;
    }

    private static List<Revision<ArticleContent>> left(StoredArticle article, Instant since) {
        return article.state() != ArticleState.PUBLISHED
                ? List.of()
                : article.parts().schedule().showings().stream()
                        .filter(showing -> showing.until() == null || since.isBefore(showing.until()))
                        .map(Showing::revision)
                        .toList();
    }
}
