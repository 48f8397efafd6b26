// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.NOON;

import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.spi.ArticleStamp;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.PlannedArticle;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.model.Editing;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.Schedule;
import dev.portalblocks.publishing.model.Showing;
import dev.portalblocks.publishing.spi.Parts;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Articles that are shown at some times, among sixty minutes around noon. */
final class ScheduledArticles {
    private static final int MINUTES = 60;

    private ScheduledArticles() {}

    static Showing<ArticleContent> shown(long number, int from, @Nullable Integer until) {
        return shown(number, from, until, Articles.content("revision " + number));
    }

    static Showing<ArticleContent> shown(long number, int from, @Nullable Integer until, ArticleContent content) {
        Instant begin = minute(from);
        Revision<ArticleContent> revision = Revision.of(number, content, begin);
        return new Showing<>(begin, until == null ? null : minute(until), revision);
    }

    /** Returns so many minutes after noon. */
    static Instant minute(int number) {
        return NOON.plusSeconds(60L * number);
    }

    /** Returns a published article of these; the last of them was published last. */
    @SafeVarargs
    static StoredArticle of(ArticleId id, Showing<ArticleContent>... showings) {
        List<Showing<ArticleContent>> all = new ArrayList<>();
        for (Showing<ArticleContent> showing : showings) {
            all.add(showing);
        }
        Revision<ArticleContent> last = all.get(all.size() - 1).revision();
        Parts<ArticleContent> parts = new Parts<>(null, last, new Schedule<>(all), Editing.none());
        return new StoredArticle(ACME, id, ArticleState.PUBLISHED, null, parts, 1, NOON);
    }

    /** Returns an article for some audiences, in some categories, of which up to four texts are shown, at two times at most, or none. */
    static StoredArticle any(SplittableRandom random, RandomScopes scopes) {
        CategoryId[] categories = IntStream.range(0, 3)
                .filter(category -> random.nextBoolean())
                .mapToObj(PublishedArticles::category)
                .toArray(CategoryId[]::new);
        ArticleContent placed =
                Articles.forSome(Articles.content("placed"), scopes).in(categories);
        List<Showing<ArticleContent>> showings = new ArrayList<>();
        int minute = random.nextInt(10);
        int count = random.nextInt(5);
        int gap = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            int end = minute + 1 + random.nextInt(10);
            boolean isLast = i == count - 1 && random.nextBoolean();
            ArticleContent content = Articles.content("revision " + i).placedLike(placed);
            showings.add(shown(i + 1L, minute, isLast ? null : Integer.valueOf(end), content));
            minute = i == gap ? end + 5 : end;
        }
        Revision<ArticleContent> published = showings.isEmpty()
                ? Revision.of(1, placed, NOON)
                : showings.get(random.nextInt(showings.size())).revision();
        Parts<ArticleContent> parts = new Parts<>(null, published, new Schedule<>(showings), Editing.none());
        return new StoredArticle(ACME, Articles.id(random), ArticleState.PUBLISHED, null, parts, 1, NOON);
    }

    static List<StoredArticle> inserted(
            StoreFixture<KnowledgeStorage> kb, int count, RandomScopes scopes, SplittableRandom random) {
        List<StoredArticle> kept = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StoredArticle article = any(random, scopes);
            kept.add(article);
            PublishedArticles.insert(kb, article);
        }
        return kept;
    }

    static Instant moment(SplittableRandom random) {
        return minute(random.nextInt(MINUTES));
    }

    /** Returns each moment at which something begins or ends, with those before and behind it. */
    static Set<Instant> around(StoredArticle article) {
        Set<Instant> moments = new TreeSet<>(Set.of(NOON));
        for (Showing<ArticleContent> showing : article.parts().schedule().showings()) {
            Instant until = showing.until();
            for (Instant edge : until == null ? List.of(showing.from()) : List.of(showing.from(), until)) {
                moments.addAll(List.of(edge.minusNanos(1000), edge, edge.plusNanos(1000)));
            }
        }
        return moments;
    }

    /** Returns what of an article is not over at this moment; empty when that is nothing. */
    static Optional<PlannedArticle> lasting(StoredArticle article, Instant moment) {
        PlannedArticle lasting = since(planned(article), moment);
        return lasting.schedule().isEmpty() ? Optional.empty() : Optional.of(lasting);
    }

    /** Returns this without what is over at this moment, which a store may leave out. */
    static PlannedArticle since(PlannedArticle article, Instant moment) {
        return new PlannedArticle(
                article.id(),
                article.stamp(),
                new Schedule<>(article.schedule().showings().stream()
                        .filter(showing -> showing.until() == null || moment.isBefore(showing.until()))
                        .toList()),
                article.settings());
    }

    /** Returns all that is planned of an article all of whose categories are there. */
    static PlannedArticle planned(StoredArticle article) {
        ArticleStamp stamp = new ArticleStamp(article.version(), article.changedAt(), Set.of());
        return new PlannedArticle(article.id(), stamp, article.parts().schedule(), article.settings());
    }
}
