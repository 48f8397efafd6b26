// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.crypto.jdbc.JdbcTenantKeyStore;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A commit on H2 is kept when the process is killed at once: the library switches the delayed writes off, each time that the
 * database is opened. With the delay of H2's own, half a second, the same rounds lose commits. They need a pool: it keeps the
 * database open, and H2 writes all when the last connection is closed.
 */
class H2OutlivesAKillTest {
    private static final int ROUNDS = Boolean.getBoolean("portal.deep") ? 50 : 4;
    private static final long SEED = Long.getLong("portal.seed", 4711);

    @TempDir
    Path folder;

    private int next;
    private int lost;

    @Test
    void everyCommitThatWasReportedIsThereAfterAKill() throws IOException, InterruptedException {
        runAndKill(-1);
        System.out.println(
                "H2 killed " + ROUNDS + " times, seed " + SEED + ": " + next + " commits, " + lost + " lost");
        assertThat(lost).as("seed %d", SEED).isZero();
    }

    @Test
    void theSameRoundsLoseCommitsWhereTheyAreDelayed() throws IOException, InterruptedException {
        runAndKill(500);
        assertThat(lost).as("seed %d", SEED).isPositive();
    }

    private void runAndKill(int delay) throws IOException, InterruptedException {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            int last = commitsUntilKilled(delay, next, 2 + random.nextInt(200), round % 2 == 0);
            Database db = Database.on(source(url()));
            JdbcTenantKeyStore keys = new JdbcTenantKeyStore(db);
            List<Integer> wanted = IntStream.rangeClosed(next, last).boxed().toList();
            lost += db.read(tx -> wanted.stream()
                            .filter(row -> keys.find(tx, TenantId.of("t" + row)).isEmpty())
                            .toList())
                    .size();
            next = last + 2; // the one behind it may have been committed without being reported
        }
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("portal").toAbsolutePath();
    }

    /** Ends the process when it has reported so many commits, by itself or from outside; returns the last of them. */
    private int commitsUntilKilled(int delay, int first, int reports, boolean byItself)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CommitsUntilKilled.class.getName(),
                        url(),
                        Integer.toString(first),
                        Integer.toString(byItself ? reports : 0),
                        Integer.toString(delay))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int last = first - 1;
        try (BufferedReader reported =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < reports; i++) {
                last = Integer.parseInt(reported.readLine());
            }
            if (!byItself) {
                process.toHandle().destroyForcibly(); // SIGKILL; what was reported before stays readable
            }
            for (String line = reported.readLine(); line != null; line = reported.readLine()) {
                last = Integer.parseInt(line);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return last;
    }

    private static JdbcDataSource source(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        return source;
    }
}
