// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.AuditTrail;
import dev.portalblocks.core.ContentCare;
import dev.portalblocks.core.ContentCheck;
import dev.portalblocks.core.Housekeeping;
import dev.portalblocks.core.Mandates;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.Subscriptions;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.faq.Faq;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.KnowledgeEditor;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.Synonyms;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No public method of a service gets to its store but by the one way; {@link Sideways} shows that the test bites. */
class EveryOperationTakesTheOneWayTest {
    private static final Rules RULES = Rules.checkedIn();
    private static Worlds worlds;
    private static Set<Class<?>> services;

    @BeforeAll
    static void compose() {
        worlds = new Worlds();
        services = Ways.services();
    }

    @AfterAll
    static void close() {
        worlds.close();
    }

    @Test
    void theServicesAreFound() {
        assertThat(services)
                .contains(
                        AuditTrail.class,
                        Housekeeping.class,
                        Mandates.class,
                        Subscriptions.class,
                        ContentCare.class,
                        ContentCheck.class,
                        Profiles.class,
                        KnowledgeBase.class,
                        KnowledgeEditor.class,
                        Faq.class,
                        Synonyms.class,
                        Search.class)
                .doesNotContain(Portal.class);
    }

    @Test
    void everyPublicMethodOfEveryServiceTakesTheOneWay() {
        Ways ways = new Ways(RULES, Invokers.all(), worlds);
        assertThat(ways.complaints(services, declared())).isEmpty();
    }

    @Test
    void whatIsReadForTheSearchTakesTheOneWay() {
        Ways ways = new Ways(RULES, SourceInvokers.all(), worlds);
        assertThat(SourceInvokers.all())
                .allSatisfy(invoker ->
                        assertThat(ways.complaints(invoker, declared())).isEmpty());
    }

    @Test
    void everyDeclaredOperationIsReached() {
        assertThat(new Ways(RULES, Invokers.all(), worlds).unreached(declared()))
                .isEmpty();
    }

    @Test
    void everyDeclaredOperationHasItsRules() {
        assertThat(RULES.complaints(declared())).isEmpty();
    }

    @Test
    void anOperationWithoutRulesIsReported() {
        Rules fewer = new Rules(RULES.all().stream()
                .filter(rule -> !rule.operation().equals("profile.find"))
                .toList());
        Rules less = new Rules(RULES.all().subList(1, RULES.all().size()));
        assertThat(fewer.complaints(declared())).hasSize(22).allMatch(said -> said.startsWith("profile.find: no rule"));
        assertThat(less.complaints(declared())).hasSize(1);
    }

    @Test
    void aMethodWithoutInvokerIsReported() {
        List<Invoker> fewer = Invokers.all().stream()
                .filter(invoker -> !invoker.operation().equals("profile.find"))
                .toList();
        Ways ways = new Ways(RULES, fewer, worlds);
        assertThat(ways.complaints(List.of(Profiles.class), declared()))
                .contains("Profiles.read(Actor, CustomerId): has no invoker");
        assertThat(ways.unreached(declared())).containsExactly("profile.find: is declared and never reached");
    }

    @ParameterizedTest
    @MethodSource("bypasses")
    void aPlantedBypassIsReported(String method, String complaint) {
        Ways ways = new Ways(RULES, Sideways.INVOKERS, worlds);
        assertThat(ways.complaints(List.of(Sideways.class), declared()))
                .anyMatch(said -> said.startsWith("Sideways." + method) && said.contains(complaint));
    }

    @Test
    void whatIsPlantedSoundIsNotReported() {
        Ways ways = new Ways(RULES, Sideways.INVOKERS, worlds);
        assertThat(ways.complaints(List.of(Sideways.class), declared()))
                .noneMatch(said -> said.startsWith("Sideways.sound("));
    }

    static Stream<Arguments> bypasses() {
        return Stream.of(
                Arguments.of("withoutActor(", "does not take the actor first"),
                Arguments.of("actorLast(", "does not take the actor first"),
                Arguments.of("pastTheWay(", "goes past the one way"),
                Arguments.of("readsBeforeItAsks(", "goes past the one way"),
                Arguments.of("asksTwice(", "goes past the one way"),
                Arguments.of("undeclared(", "which no block declares"),
                Arguments.of("undeclared(", "which has no rules"),
                Arguments.of("underAnotherName(", "not as"),
                Arguments.of("forgotten(", "has no invoker"));
    }

    private static List<Operation> declared() {
        return worlds.portal().operations();
    }
}
