// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.search.learning.model.AskForGaps;
import dev.portalblocks.search.learning.model.QueryCounts;
import dev.portalblocks.search.learning.model.QueryGap;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.tck.Seed;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A word that stands only in what somebody may not see shows up on no path of search, whoever asks; and it changes nothing. */
class UnseenWordsTest {
    private static final boolean DEEP = Boolean.getBoolean("portal.deep");
    private static final List<String> SEEN = List.of("Beitrag", "Rechnung", "Tarif", "Januar", "Rabatt", "steigt");
    /** What readers ask: words, some mistyped, and beginnings. */
    private static final List<String> ASKED = List.of(
            "Beitrag", "Rechnung Tarif", "Beitarg", "Rabat Januar", "Tar", "Beitragsrechnung", "\"der Beitrag\"");

    /** Each kind of actor that there is, and each that sees more or less than another of its kind. */
    static List<Arguments> actors() {
        CustomerId erika = CustomerId.of("4711");
        Actor customer = Actor.customer(HidingHouse.ACME, erika);
        return List.of(
                row("a visitor", Actor.anonymous(HidingHouse.ACME)),
                row("a visitor with roles", Actor.anonymous(HidingHouse.ACME).withRoles("gold", "segment:gold")),
                row("a customer", customer),
                row("a customer with roles", customer.withRoles("gold", "owns:product:hausrat")),
                row("a customer of a segment", Actor.customer(HidingHouse.ACME, Hidden.MEMBER)),
                row("the owner", Actor.customer(HidingHouse.ACME, Hidden.OWNER)),
                row("who may act for the owner, as oneself", Actor.customer(HidingHouse.ACME, Hidden.HOLDER)),
                row("a delegate", delegate(Hidden.HOLDER)),
                row("a delegate with roles", delegate(Hidden.HOLDER).withRoles("gold")),
                row("an employee", Actor.agent(HidingHouse.ACME, "carl")),
                row("an editor", Actor.agent(HidingHouse.ACME, "lena", "editor")),
                row("a program", Actor.system(HidingHouse.ACME, "program")),
                row("another tenant's customer", Actor.customer(HidingHouse.FOREIGN, Hidden.OWNER)),
                row("another tenant's editor", Actor.agent(HidingHouse.FOREIGN, "lena", "editor")),
                row("another tenant's program", Actor.system(HidingHouse.FOREIGN, "program")));
    }

    private static Arguments row(String name, Actor actor) {
        return Arguments.of(name, actor);
    }

    private static Actor delegate(CustomerId holder) {
        return Actor.customer(HidingHouse.ACME, holder).actingFor(Hidden.OWNER);
    }

    @Test
    void eachKindOfActorIsAmongThem() {
        assertThat(actors()).extracting(row -> ((Actor) row.get()[1]).kind()).contains(Actor.Kind.values());
    }

    /** Not even what everybody sees. */
    @Test
    void whoMayNotActForAnotherIsToldNothing() {
        try (HidingHouse house = new HidingHouse(LuceneSearchIndex.inMemory(), false)) {
            house.hide(Hidden.OWN, "", HidingHouse.EVERYWHERE);
            for (CustomerId holder : List.of(Hidden.FORMER_HOLDER, CustomerId.of("4711"))) {
                for (Function<String, ?> path : house.paths(delegate(holder))) {
                    assertThatThrownBy(() -> path.apply(Hidden.OWN.word))
                            .isInstanceOf(PortalException.AccessDenied.class);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("actors")
    void aWordOfTheUnseenShowsUpOnNoPath(String name, Actor actor) {
        noWordShowsUp(LuceneSearchIndex.inMemory(), actor);
    }

    private static void noWordShowsUp(SearchIndex index, Actor actor) {
        try (HidingHouse house = new HidingHouse(index, false)) {
            house.hideArticles(HidingHouse.EVERYWHERE);
            Arrays.stream(Hidden.values())
                    .filter(Hidden::isIndexed)
                    .forEach(why -> house.hide(why, "", HidingHouse.EVERYWHERE));
            String everywhere = told(house, actor, HidingHouse.EVERYWHERE);
            boolean isForeign = actor.tenant().equals(HidingHouse.FOREIGN);
            for (Hidden why : Hidden.values()) {
                boolean seen = isForeign ? why == Hidden.FOREIGN : why.isSeenBy(actor);
                if (seen) {
                    assertThat(house.find(actor, why.word).hits().items())
                            .as("%s sees %s", actor, why)
                            .hasSize(1);
                } else {
                    assertThat(everywhere)
                            .as("%s asks what stands everywhere and is told of %s", actor, why)
                            .doesNotContain(why.word.toLowerCase(Locale.ROOT));
                    nothingIsToldOf(house, actor, why);
                }
            }
        }
    }

    /** Asked for as it is, mistyped, and by its beginning. */
    private static void nothingIsToldOf(HidingHouse house, Actor actor, Hidden why) {
        String word = why.word;
        String mistyped = word.substring(0, 4) + word.charAt(5) + word.charAt(4) + word.substring(6);
        for (String text : List.of(word, mistyped, word.substring(0, 5))) {
            assertThat(told(house, actor, text).replace(text.toLowerCase(Locale.ROOT), ""))
                    .as("%s asks %s and is told of %s", actor, text, why)
                    .doesNotContain(word.toLowerCase(Locale.ROOT))
                    .doesNotContain("score=")
                    .doesNotContain("hits=1");
        }
    }

    private static String told(HidingHouse house, Actor actor, String text) {
        return house.told(actor, text).toLowerCase(Locale.ROOT);
    }

    /** Random texts of all that the actor does not see, of the words of what it sees. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("actors")
    void whatIsUnseenChangesNothingThatIsTold(String name, Actor actor) {
        nothingChanges(LuceneSearchIndex.inMemory(), actor);
    }

    private static void nothingChanges(SearchIndex index, Actor actor) {
        SplittableRandom random = Seed.random();
        try (HidingHouse house = new HidingHouse(index, false)) {
            if (actor.tenant().equals(HidingHouse.FOREIGN)) {
                house.hide(Hidden.FOREIGN, "own", "Beitrag Rechnung");
            }
            List<Hidden> unseen = Arrays.stream(Hidden.values())
                    .filter(why -> why.isIndexed() && !why.isSeenBy(actor))
                    .filter(why -> why != Hidden.FOREIGN || !actor.tenant().equals(HidingHouse.FOREIGN))
                    .toList();
            List<String> before = told(house, actor);
            house.hideArticles(words(random));
            for (int round = 0; round < (DEEP ? 100 : 1); round++) {
                for (int i = 0; i < 12; i++) {
                    house.hide(unseen.get(random.nextInt(unseen.size())), round + "/" + i, words(random));
                }
                assertThat(told(house, actor))
                        .as("seed %d, round %d", Seed.value(), round)
                        .isEqualTo(before);
            }
        }
    }

    /** Each path has a fault that these tests see. */
    @ParameterizedTest
    @EnumSource
    void aLeakIsNoticed(LeakingIndex.Leak leak) {
        Actor actor = Actor.customer(HidingHouse.ACME, CustomerId.of("4711"));

        assertThatThrownBy(() -> {
                    switch (leak) {
                        case SCORES, ORDER -> nothingChanges(LeakingIndex.on(leak), actor);
                        case GAPS -> reportSaysNothing(LeakingIndex.on(leak), actor);
                        default -> noWordShowsUp(LeakingIndex.on(leak), actor);
                    }
                })
                .isInstanceOf(AssertionError.class);
    }

    private static List<String> told(HidingHouse house, Actor actor) {
        return ASKED.stream().map(text -> house.told(actor, text)).toList();
    }

    private static String words(SplittableRandom random) {
        return IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(i -> SEEN.get(random.nextInt(SEEN.size())))
                .map(word -> random.nextInt(4) == 0 ? word.substring(1) : word)
                .collect(Collectors.joining(" "));
    }

    /** That there is something for others is what the report is for; of what is nobody's to see yet, or a customer's own, it says nothing. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("actors")
    void theGapReportSaysNothingOfWhatIsNoOtherAudiences(String name, Actor actor) {
        reportSaysNothing(LuceneSearchIndex.inMemory(), actor);
    }

    private static void reportSaysNothing(SearchIndex index, Actor actor) {
        try (HidingHouse house = new HidingHouse(index, true)) {
            house.hideArticles(HidingHouse.EVERYWHERE);
            Arrays.stream(Hidden.values()).filter(Hidden::isIndexed).forEach(why -> house.hide(why, "", "Brief"));
            house.task("search.learning.keep");
            Arrays.stream(Hidden.values()).forEach(why -> house.find(actor, why.word));
            house.follow(); // the report asks the index, which hears of what was withdrawn
            house.task("search.learning.keep");
            house.pass(Duration.ofMinutes(31));
            house.task("search.learning.keep");

            Map<String, QueryCounts> gaps = gaps(house);
            if (actor.tenant().equals(HidingHouse.FOREIGN)) {
                assertThat(gaps).as("what another tenant's asked").isEmpty();
                return;
            }
            List<Hidden> forOthers = List.of(Hidden.SIGNED_IN, Hidden.SEGMENT, Hidden.OWNED, Hidden.EDITORS);
            assertThat(gaps.keySet())
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Hidden.values())
                            .filter(why -> !why.isSeenBy(actor))
                            .map(why -> why.word.toLowerCase(Locale.ROOT))
                            .toList());
            assertThat(Hidden.values()).filteredOn(why -> !why.isSeenBy(actor)).allSatisfy(why -> {
                long count = forOthers.contains(why) ? 1 : 0;
                assertThat(gaps.get(why.word.toLowerCase(Locale.ROOT)))
                        .as("%s asked for %s", actor, why)
                        .isEqualTo(new QueryCounts(1, 1 - count, count, 0, 0, 0, 0));
            });
        }
    }

    private static Map<String, QueryCounts> gaps(HidingHouse house) {
        Actor editor = Actor.agent(HidingHouse.ACME, "lena", "editor");
        return house.learning.gaps(editor, AskForGaps.ofAll().atMost(50)).foundNothing().stream()
                .filter(gap -> gap.language().equals(LanguageTag.GERMAN))
                .collect(Collectors.toMap(QueryGap::query, QueryGap::counts));
    }
}
