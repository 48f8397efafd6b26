// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.tck.PublishedClasses;
import dev.portalblocks.tck.jdbc.Databases;
import dev.portalblocks.tck.jdbc.FaultySource;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every call of the database and of the store of bytes fails once before its effect and once after it, in every
 * operation: what is left, is nothing or all; nothing stays open; a repeat has one effect. In {@code deep} every operation
 * is gone through on H2, and each method of each store has to be hit; else a share.
 */
class SqlFaultsTest {
    private static final boolean DEEP = Boolean.getBoolean("portal.deep");
    private static final Rules RULES = Rules.checkedIn();
    private static final Set<String> SHARE =
            Set.of("profile.change", "ProfileStore.findVersion", "inbox.send", "docs.upload", "mandates.grant");
    private static final Map<String, Integer> STRUCK = new TreeMap<>();

    private static int points;
    private static int repeats;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whateverFailsLeavesNothingOrAll(Databases databases) {
        boolean all = DEEP && databases == Databases.H2;
        try (FaultyGround ground = new FaultyGround(databases)) {
            List<String> complaints = Stream.concat(Invokers.ofOperations().stream(), StoreInvokers.all().stream())
                    .filter(invoker -> all || SHARE.contains(invoker.operation()))
                    .filter(invoker -> DEEP || databases == Databases.H2)
                    .flatMap(invoker -> swept(ground, invoker).stream())
                    .toList();
            assertThat(complaints).isEmpty();
        }
    }

    /** What an operation does otherwise once something else has happened. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void whateverFailsAfterSomethingElseLeavesNothingOrAll(Databases databases) {
        try (FaultyGround ground = new FaultyGround(databases)) {
            List<String> complaints = PreparedCalls.all().stream()
                    .filter(call -> DEEP || call.invoker().operation().equals("mandates.grant"))
                    .filter(call -> DEEP || databases == Databases.H2)
                    .map(call -> new SqlSweep(ground, call, SampleWorld::program, STRUCK))
                    .flatMap(sweep -> counted(sweep).complaints().stream())
                    .toList();
            assertThat(complaints).isEmpty();
        }
    }

    /** Whatever fails while events are brought to a receiver: it gets each once, in order. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void whateverFailsLosesNoEvent(Databases databases) {
        int share = databases == Databases.H2 ? 10 : 50;
        RelaySweep sweep = new RelaySweep(databases, DEEP ? 1 : share, STRUCK);
        sweep.all();
        points += sweep.points();
        repeats += sweep.points();
        assertThat(sweep.complaints()).isEmpty();
    }

    private static SqlSweep counted(SqlSweep sweep) {
        sweep.all();
        points += sweep.points();
        repeats += sweep.repeats();
        return sweep;
    }

    private static List<String> swept(FaultyGround ground, Invoker invoker) {
        PreparedCalls call = PreparedCalls.unprepared(invoker);
        SqlSweep allowed = new SqlSweep(ground, call, allowed(invoker.operation()), STRUCK);
        allowed.all();
        SqlSweep denied = new SqlSweep(ground, call, world -> Actor.anonymous(world.here), STRUCK);
        if (DEEP && !isForReaders(invoker.operation())) {
            denied.all();
        }
        points += allowed.points() + denied.points();
        repeats += allowed.repeats() + denied.repeats();
        return Stream.concat(allowed.complaints().stream(), denied.complaints().stream())
                .toList();
    }

    private static Function<SampleWorld, Actor> allowed(String operation) {
        Rule.Who who = RULES.of(operation).stream()
                .filter(rule -> rule.tenant() == Rule.Tenant.OWN && rule.outcome() == Rule.Outcome.ALLOWED)
                .filter(rule -> rule.customer() != Rule.Customer.MANDATED)
                .map(Rule::actor)
                .findFirst()
                .orElse(new Rule.Who(Actor.Kind.SYSTEM, "", false));
        return world -> who.in(world.here);
    }

    private static boolean isForReaders(String operation) {
        return RULES.of(operation).stream()
                .noneMatch(
                        rule -> rule.actor().kind() == Actor.Kind.ANONYMOUS && rule.outcome() == Rule.Outcome.DENIED);
    }

    @AfterAll
    static void count() {
        System.out.println("Faults in SQL and bytes: " + points + ", repeats " + repeats + ", sites " + STRUCK);
        Set<String> missed = new TreeSet<>(methods());
        missed.removeAll(STRUCK.keySet());
        System.out.println("Methods of stores never hit: " + missed);
        if (DEEP) {
            assertThat(missed).isEmpty();
        }
    }

    /** Returns the methods of stores that are an SPI's and take a transaction. */
    private static Set<String> methods() {
        Set<String> methods = new TreeSet<>();
        PublishedClasses.all().stream()
                .filter(FaultySource::isStore)
                .forEach(store -> Arrays.stream(store.getInterfaces())
                        .flatMap(spi -> Arrays.stream(spi.getMethods()))
                        .filter(method -> !Modifier.isStatic(method.getModifiers()) && method.getParameterCount() > 0)
                        .map(Method::getName)
                        .forEach(name -> methods.add(store.getSimpleName() + "." + name)));
        return methods;
    }
}
