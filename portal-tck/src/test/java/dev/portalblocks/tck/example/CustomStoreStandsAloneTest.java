// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.tck.StoreFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of somebody else's, copied into an empty folder, is built and judged there by the published kit alone. */
class CustomStoreStandsAloneTest {
    private static final Pattern TESTED = Pattern.compile(
            "<testsuite [^>]*\\btests=\"(\\d+)\" errors=\"(\\d+)\" skipped=\"(\\d+)\" failures=\"(\\d+)\"");

    @TempDir
    private Path empty;

    /** Of the inbox's three stores, and of the transactions that they have instead of a portal's. */
    @Test
    void anotherEngineKeepsEveryPromise() throws Exception {
        MavenRun maven = ExampleCopy.of("custom-store", empty, List.of(Portal.class, Inbox.class, StoreFixture.class));

        MavenRun.Result run = maven.run(empty, "test");

        assertThat(run.status()).as(run.output()).isZero();
        List<MatchResult> suites = suites(empty.resolve("custom-store/target/surefire-reports"));
        assertThat(sum(suites, 1)).as("tests that ran").isGreaterThan(50);
        assertThat(sum(suites, 2) + sum(suites, 3) + sum(suites, 4))
                .as("errors, skipped, failures")
                .isZero();
    }

    @Test
    void itIsBelowThreeHundredLines() throws IOException {
        assertThat(ExampleCopy.lines("custom-store/src/main", line -> true)).isLessThan(300);
    }

    private static List<MatchResult> suites(Path reports) throws IOException {
        try (Stream<Path> files = Files.list(reports)) {
            StringBuilder all = new StringBuilder();
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.toString().endsWith(".xml")) {
                    all.append(Files.readString(file));
                }
            }
            return TESTED.matcher(all).results().toList();
        }
    }

    private static int sum(List<MatchResult> suites, int group) {
        return suites.stream()
                .mapToInt(suite -> Integer.parseInt(suite.group(group)))
                .sum();
    }
}
