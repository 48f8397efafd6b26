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

/** A commit on H2 is kept when the process is killed at once: the schema switches the delayed writes off. */
class H2OutlivesAKillTest {
    private static final int ROUNDS = Boolean.getBoolean("portal.deep") ? 50 : 4;

    @TempDir
    Path folder;

    @Test
    void everyCommitThatWasReportedIsThereAfterAKill() throws IOException, InterruptedException {
        long seed = Long.getLong("portal.seed", 4711);
        Random random = new Random(seed);
        String url = "jdbc:h2:file:" + folder.resolve("portal").toAbsolutePath();
        int next = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int last = commitsUntilKilled(url, next, 1 + random.nextInt(200), round % 2 == 0);
            Database db = Database.on(source(url));
            JdbcTenantKeyStore keys = new JdbcTenantKeyStore(db);
            List<Integer> wanted = IntStream.rangeClosed(next, last).boxed().toList();
            List<Integer> found = db.read(tx -> wanted.stream()
                    .filter(row -> keys.find(tx, TenantId.of("t" + row)).isPresent())
                    .toList());
            assertThat(found).as("seed %d, round %d", seed, round).isEqualTo(wanted);
            next = last + 2; // the one behind it may have been committed without being reported
        }
        System.out.println("H2 killed " + ROUNDS + " times, seed " + seed + ": " + next + " commits, none lost");
    }

    /** Ends the process when it has reported so many commits, by itself or from outside; returns the last of them. */
    private static int commitsUntilKilled(String url, int first, int reports, boolean byItself)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CommitsUntilKilled.class.getName(),
                        url,
                        Integer.toString(first),
                        Integer.toString(byItself ? reports : 0))
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
