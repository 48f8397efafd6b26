// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.tck.Seed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What one tenant is answered does not depend on what others do: a random program has the same answers alone and with
 * another tenant's in between, word for word: lists, counts, order, scores, errors, cursors, ids.
 */
class NonInterferenceTest {
    private static final boolean DEEP = Boolean.getBoolean("portal.deep");
    /** A new house from time to time, so that what is kept does not grow without end. */
    private static final int IN_ONE_HOUSE = 100;

    /** So many pairs have time to see a fault; most need a few. */
    private static final int MOST = 500;

    private static final TenantId QUIET = TenantId.of("acme");

    /** What search tells now and then; a program that is never told it would prove nothing. */
    private static final List<Pattern> OF_SEARCH = Stream.of(
                    "SearchHit\\[",
                    "Match\\[",
                    "anchor=(?!null)",
                    "next=(?!null).*facets=",
                    "FacetCount\\[",
                    "didYouMean=(?!null)",
                    "Suggestion\\[",
                    "AnswerPassage\\[",
                    "foundNothing=\\[Query",
                    "unopened=\\[Query",
                    "followed=\\[Query",
                    "writeNext=\\[Write")
            .map(Pattern::compile)
            .toList();

    private final Set<Integer> answered = new HashSet<>();
    private final Set<Pattern> told = new HashSet<>();

    @Test
    void onMemoryNoTenantNoticesAnother() {
        assertThat(differences(DEEP ? 10_000 : 60, "memory", () -> new House(House.Stores.inMemory(), false)))
                .isEmpty();
        assertThat(answered).as("steps that are not always refused").hasSize(Visit.KINDS);
        assertThat(told).as("what search tells").containsAll(OF_SEARCH);
    }

    @Test
    void onH2NoTenantNoticesAnother() {
        assertThat(differences(DEEP ? 1_000 : 4, "H2", () -> new House(House.Stores.on(Databases.H2), false)))
                .isEmpty();
    }

    @Test
    void onPostgresNoTenantNoticesAnother() {
        assertThat(differences(
                        DEEP ? 300 : 3, "PostgreSQL", () -> new House(House.Stores.on(Databases.POSTGRESQL), false)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("leaks")
    void whatTenantsShareIsNoticed(Leaks.Leak leak) {
        assertThat(differences(MOST, leak.name(), leak::house)).isNotEmpty();
    }

    static List<Leaks.Leak> leaks() {
        return Leaks.all();
    }

    /** Returns what one tenant was answered differently. */
    private List<String> differences(int pairs, String name, Supplier<House> houses) {
        SplittableRandom random = Seed.random();
        long steps = 0;
        for (int done = 0; done < pairs; ) {
            try (House alone = houses.get();
                    House beside = houses.get()) {
                for (int i = 0; i < IN_ONE_HOUSE && done < pairs; i++, done++) {
                    TenantId own = TenantId.of(QUIET.value() + i);
                    long seed = random.nextLong();
                    Visit expected = new Visit(alone, own, seed);
                    while (expected.step()) {
                        steps++;
                    }
                    answered.addAll(expected.answered());
                    expected.answers().forEach(this::note);
                    Visit seen = new Visit(beside, own, seed);
                    Visit other = new Visit(beside, TenantId.of("loud" + i), random.nextLong());
                    other.learn(expected);
                    interleave(seen, other, random);
                    if (!seen.answers().equals(expected.answers())) {
                        return List.of("pair " + done + ", seed " + Seed.value(), difference(expected, seen));
                    }
                }
            }
        }
        System.out.println(
                "Pairs of programs on " + name + ": " + pairs + ", " + steps + " steps, seed " + Seed.value());
        return List.of();
    }

    private void note(String answer) {
        OF_SEARCH.stream().filter(part -> part.matcher(answer).find()).forEach(told::add);
    }

    private static void interleave(Visit one, Visit other, SplittableRandom random) {
        boolean oneGoesOn = true;
        boolean otherGoesOn = true;
        while (oneGoesOn || otherGoesOn) {
            boolean first = oneGoesOn && (!otherGoesOn || random.nextBoolean());
            if (first) {
                oneGoesOn = one.step();
            } else {
                otherGoesOn = other.step();
            }
        }
    }

    private static String difference(Visit expected, Visit seen) {
        for (int i = 0; i < expected.answers().size(); i++) {
            if (!expected.answers().get(i).equals(seen.answers().get(i))) {
                return "step " + i + "\n  alone:  " + expected.answers().get(i) + "\n  beside: "
                        + seen.answers().get(i);
            }
        }
        return "";
    }
}
