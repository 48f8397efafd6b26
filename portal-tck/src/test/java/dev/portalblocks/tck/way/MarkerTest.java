// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.jdbc.Databases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What somebody writes into a command, and what a host says of its actors, stands in rows and nowhere else: in no SQL text,
 * file name, log line, exception, envelope of an event, report on health, name of a thread, or audit entry.
 */
class MarkerTest {
    private static final boolean DEEP = Boolean.getBoolean("portal.deep");
    private static final String HOSTILE = "a'; DROP TABLE x;-- \"\\%00:*?<|>$(id)`${x}";
    private static final String UNMARKED = "unmarked-texts.csv";

    @TempDir
    private Path root;

    @ParameterizedTest
    @MethodSource("databases")
    void whatIsSaidInACommandStandsNowhereButInRows(Databases databases) throws IOException {
        Markers markers = new Markers();
        try (MarkedGround ground = new MarkedGround(databases, root, markers::in)) {
            MarkedCalls calls = new MarkedCalls(ground, markers);
            long begun = System.nanoTime();
            for (Method method : Places.methods()) {
                if (!Places.of(method).isEmpty()) {
                    calls.mark(method);
                }
                if (Set.of("end", "resume", "keep", "restore", "sendBack", "publish", "archive", "withdraw", "release")
                        .contains(method.getName())) {
                    // what has ended can't be replayed, a dead letter that was taken up can't be skipped, what was
                    // returned is no
                    // more in review
                    calls.nextWorld();
                }
            }
            calls.index();
            calls.deliver();
            String service = "";
            for (Invoker invoker : Invokers.all()) {
                String next = invoker.method().substring(0, invoker.method().indexOf('.'));
                if (DEEP && !next.equals(service)) {
                    calls.nextWorld();
                    service = next;
                }
                calls.markActorOf(invoker);
            }
            ground.lookAtWhatStays();

            System.out.println(
                    "Marked on " + databases + ": " + Places.methods().size() + " methods, "
                            + Places.all().size() + " texts, " + calls.calls() + " calls; looked at "
                            + ground.traces.looked() + " in " + (System.nanoTime() - begun) / 1_000_000 + " ms");
            assertThat(ground.traces.complaints()).isEmpty();
            assertThat(calls.refused()).isEmpty();
            assertThat(ground.traces.looked().keySet())
                    .contains("SQL text", "log line", "file path", "exception", "thread name", "health report")
                    .contains("portal_event.subject", "portal_event.lane", "portal_audit.operation");
            Set<String> unmarked = all();
            unmarked.removeAll(calls.marked());
            assertThat(unmarked).isEqualTo(namedUnmarked());
        }
    }

    /** Ids may be shown, but nobody's id is a path or a part of a statement. */
    @ParameterizedTest
    @MethodSource("databases")
    void idsOfAnyKindAreNoPathAndNoStatement(Databases databases) throws IOException {
        Path inner = Files.createDirectories(root.resolve("inner"));
        try (MarkedGround ground = new MarkedGround(databases, inner, MarkerTest::hostile)) {
            SampleWorld world = new SampleWorld(ground.portal, "../../" + HOSTILE);
            Target aim = world.target.of(CustomerId.of(HOSTILE + "../x"));
            for (Invoker invoker : Invokers.all()) {
                call(invoker, world, world.program(), aim);
                boolean agent = Math.floorMod(invoker.toString().hashCode() + Seed.value(), 2) == 0;
                if (DEEP || agent) {
                    call(invoker, world, Actor.agent(world.here, HOSTILE + "/agent"), aim);
                }
                if (DEEP || !agent) {
                    call(invoker, world, Actor.customer(world.here, aim.customer()), aim);
                }
                ground.traces.lookAfter(invoker.toString(), null);
            }
            ground.traces.lookAtNames("all calls");
            assertThat(ground.traces.complaints())
                    .filteredOn(said -> said.startsWith("SQL text") || said.startsWith("file path"))
                    .isEmpty();
        }
        try (Stream<Path> beside = Files.list(root)) {
            assertThat(beside).containsExactly(inner);
        }
    }

    private static void call(Invoker invoker, SampleWorld world, Actor actor, Target aim) {
        try {
            invoker.invoke(world.portal, actor, aim);
        } catch (PortalException refused) {
            assertThat(refused).isNotInstanceOf(PortalException.StorageFailure.class);
        }
    }

    static List<Databases> databases() {
        return DEEP ? List.of(Databases.values()) : List.of(Databases.H2);
    }

    private static @Nullable String hostile(String text) {
        return text.contains(HOSTILE) || text.contains("DROP") ? "an id" : null;
    }

    @Test
    void everyPublicMethodHasItsTextsCounted() {
        assertThat(Places.methods().stream().map(Ways::signature))
                .containsExactlyInAnyOrderElementsOf(Invokers.all().stream()
                        .map(Invoker::method)
                        .filter(method -> method.contains("("))
                        .toList());
        assertThat(Places.all()).hasSizeGreaterThan(100);
    }

    private static Set<String> all() {
        return Places.all().stream().map(Place::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the texts that say by a reason why no marker is in them when the call comes to its end. */
    private static Set<String> namedUnmarked() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(MarkerTest.class.getResourceAsStream(UNMARKED), UNMARKED),
                StandardCharsets.UTF_8))) {
            List<String> texts = lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            assertThat(texts).allMatch(line -> line.matches(".+: .+"), "has a reason");
            return texts.stream()
                    .map(line -> line.substring(0, line.indexOf(": ")))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
