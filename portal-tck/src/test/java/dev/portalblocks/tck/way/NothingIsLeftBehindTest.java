// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Actor;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Work that throws leaves no state, no event and no bytes: every operation is made to fail at every step that it takes in
 * what it was handed, before the step's effect and after it.
 *
 * <p>One thing can't be kept: where bytes that were written can't be deleted either, they stay until they are swept.
 */
class NothingIsLeftBehindTest {
    private static final Rules RULES = Rules.checkedIn();
    /** Bytes are removed one by one: what such a call did stays done, and the next one goes on (UploadFaultsTest). */
    private static final Set<String> GOING_ON = Set.of("core.content.sweep", "core.content.remove-stray");

    private static final AtomicInteger POINTS = new AtomicInteger();
    private static Worlds worlds;

    @BeforeAll
    static void compose() {
        worlds = new Worlds();
    }

    @AfterAll
    static void countAndClose() {
        System.out.println("Faults planted in operations: " + POINTS);
        worlds.close();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void failedWorkLeavesNothing(String operation) {
        Rule.Who who = who(operation, Rule.Outcome.ALLOWED).orElseThrow();
        assertNothingLeft(operation, who, () -> worlds.next());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void failedRepeatsLeaveNothing(String operation) {
        Rule.Who who = who(operation, Rule.Outcome.ALLOWED).orElseThrow();
        assertNothingLeft(operation, who, () -> {
            SampleWorld world = worlds.next();
            Invokers.of(operation).invoke(world.portal, who.in(world.here), world.target);
            return world;
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void failedDenialsLeaveNothingOrTheirEntry(String operation) {
        Optional<Rule.Who> who = who(operation, Rule.Outcome.DENIED);
        who.ifPresent(denied -> assertNothingLeft(operation, denied, () -> worlds.next()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile.change", "inbox.send", "inbox.attachment.upload", "docs.upload", "docs.read"})
    void failedWorkForAnotherLeavesNothing(String operation) {
        assertNothingLeft(operation, world -> world.mandated(world.here, SampleWorld.ERIKA), () -> worlds.next());
    }

    private static void assertNothingLeft(String operation, Rule.Who who, Supplier<SampleWorld> made) {
        assertNothingLeft(operation, world -> who.in(world.here), made);
    }

    private static void assertNothingLeft(
            String operation, Function<SampleWorld, Actor> asking, Supplier<SampleWorld> made) {
        Sweep sweep = new Sweep(made, Invokers.of(operation), asking);
        for (Fault fault : Fault.values()) {
            sweep.with(fault);
        }
        POINTS.addAndGet(sweep.points());
        assertThat(sweep.complaints()).isEmpty();
        assertThat(sweep.points()).as("steps of " + operation).isGreaterThan(3 * Fault.values().length);
    }

    /** Returns somebody of whom the rules say so, on an object that is not foreign. */
    private static Optional<Rule.Who> who(String operation, Rule.Outcome outcome) {
        return RULES.of(operation).stream()
                .filter(rule -> rule.tenant() == Rule.Tenant.OWN && rule.outcome() == outcome)
                .filter(rule -> rule.customer() != Rule.Customer.MANDATED)
                .map(Rule::actor)
                .findFirst();
    }

    static Stream<String> operations() {
        return RULES.all().stream()
                .map(Rule::operation)
                .filter(operation -> !GOING_ON.contains(operation))
                .distinct();
    }
}
