// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.histories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.content.memory.MemoryContentStore;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.TenantZones;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.histories.PlainModel.Seen;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.Article;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CategorySummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What each kind of reader sees at each moment is what a model says that keeps nothing but what happened, while editors write, publish,
 * plan, take away, give up, restore and confirm, each language its way. No task runs: time alone publishes what was planned.
 *
 * <p>With {@code -Dportal.seed=} the histories begin with the one of that seed.
 */
class EditorialHistoriesTest {
    private static final Instant BEGIN = Instant.parse("2027-01-01T12:00:00Z");
    private static final int STEPS = 30;
    private static final long SEED = Long.getLong("portal.seed", 4711);
    private static final int HISTORIES = Boolean.getBoolean("portal.deep") ? 10_000 : 60;

    private Instant now = BEGIN;

    @Test
    void eachReaderSeesAtEachMomentWhatTheHistorySays() {
        Memory memory = new Memory();
        try (Portal portal = Portal.builder(MemoryCoreStorage.in(memory, new MemoryContentStore()))
                .clock(() -> now)
                .zones(TenantZones.everywhere(History.ZONE))
                .build()) {
            KnowledgeBase knowledge = KnowledgeBase.of(portal, MemoryKnowledgeStorage.in(memory));
            for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
                run(knowledge, seed);
            }
        }
        System.out.println(
                HISTORIES + " editorial histories of " + STEPS + " steps on three articles, from seed " + SEED);
    }

    /** In a tenant of its own. */
    private void run(KnowledgeBase knowledge, long seed) {
        now = BEGIN;
        SplittableRandom random = new SplittableRandom(seed);
        House house = House.of(knowledge, TenantId.of("t" + seed));
        List<History> articles = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            articles.add(new History(house, random, now));
        }
        for (int i = 0; i < STEPS; i++) {
            step(house, articles, random, seed);
        }
    }

    private void step(House house, List<History> articles, SplittableRandom random, long seed) {
        now = next(articles, random);
        History chosen = articles.get(random.nextInt(articles.size()));
        try {
            if (random.nextInt(3) > 0) {
                chosen.step(now);
            }
            Map<ArticleId, Seen> seen = new HashMap<>();
            for (History history : articles) {
                seen.put(history.article, history.model.shownAt(now));
            }
            for (Actor reader : house.readers()) {
                Map<ArticleId, Seen> visible = new HashMap<>(seen);
                visible.replaceAll((id, what) -> isFor(reader, what) ? what : null);
                checkReading(house.knowledge(), visible, reader);
                checkLists(house.knowledge(), visible, reader);
            }
        } catch (AssertionError | PortalException e) {
            throw new AssertionError("Seed " + seed + " at " + now + " after " + articles, e);
        }
    }

    private static boolean isFor(Actor reader, Seen seen) {
        return seen != null
                && (seen.audiences().contains(Audience.PUBLIC)
                        || (reader.isSignedIn() && seen.audiences().contains(Audience.SIGNED_IN)));
    }

    /** Mostly a little later; often just when something begins or ends, or just before. */
    private Instant next(List<History> articles, SplittableRandom random) {
        List<Instant> edges = articles.stream()
                .flatMap(article -> article.model.moments(now).stream())
                .filter(moment -> moment.isAfter(now))
                .sorted()
                .toList();
        if (edges.isEmpty() || random.nextBoolean()) {
            return now.plus(Duration.ofMinutes(random.nextInt(10)));
        }
        Instant edge = edges.get(0);
        Instant before = edge.minusNanos(1_000);
        return random.nextBoolean() && before.isAfter(now) ? before : edge;
    }

    private static void checkReading(KnowledgeBase knowledge, Map<ArticleId, Seen> visible, Actor reader) {
        List<LanguageTag> wanted = new ArrayList<>(History.LANGUAGES);
        wanted.add(null);
        visible.forEach((article, seen) -> {
            for (LanguageTag language : wanted) {
                if (seen == null) {
                    assertThat(refusal(knowledge, article, reader, language)).isEqualTo("article.not-found");
                } else {
                    check(knowledge.read(reader, article, language), seen, language);
                }
            }
        });
    }

    private static void check(Article found, Seen seen, LanguageTag wanted) {
        LanguageTag served = seen.served(wanted);
        assertThat(found.language()).isEqualTo(served);
        assertThat(found.text()).isEqualTo(seen.text(served).text());
        assertThat(new HashSet<>(found.languages())).isEqualTo(seen.texts().keySet());
        assertThat(found.categories()).isEqualTo(seen.categories());
        assertThat(found.outdated()).as("outdated in %s", served).isEqualTo(seen.isOutdated(served));
    }

    private static String refusal(KnowledgeBase knowledge, ArticleId article, Actor reader, LanguageTag language) {
        try {
            return knowledge.read(reader, article, language).toString();
        } catch (PortalException.NotFound refused) {
            return refused.code();
        }
    }

    private static void checkLists(KnowledgeBase knowledge, Map<ArticleId, Seen> visible, Actor reader) {
        Set<String> listed = knowledge.list(reader, null, null, PageRequest.first(10)).items().stream()
                .map(article -> article.id() + " " + article.title())
                .collect(Collectors.toSet());
        Set<String> expected = new HashSet<>();
        Map<CategoryId, Integer> counts = new HashMap<>();
        visible.forEach((article, seen) -> {
            if (seen != null) {
                expected.add(article + " " + seen.text(seen.served(null)).text().title());
                seen.categories().forEach(category -> counts.merge(category, 1, Integer::sum));
            }
        });
        assertThat(listed).isEqualTo(expected);
        assertThat(knowledge.categories(reader, null).stream()
                        .collect(Collectors.toMap(CategorySummary::id, CategorySummary::articles)))
                .isEqualTo(counts);
    }
}
