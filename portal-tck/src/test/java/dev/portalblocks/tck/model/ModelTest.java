// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.content.file.FileContentStore;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.jdbc.Pooled;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs over every block answer as a model of ordinary maps says: each result, list, count, version and refusal,
 * and in the end the audit trail and the outbox. In the middle of each everything is closed and opened again.
 *
 * <p>With {@code -Dportal.seed=} the programs begin with the one of that seed.
 */
class ModelTest {
    private static final boolean DEEP = Boolean.getBoolean("portal.deep");

    /** So many programs carry every operation out. */
    private static final int ENOUGH = 400;

    @TempDir
    Path folder;

    @Test
    void everyBlockDoesAsTheModelSaysInMemory() {
        run("memory", () -> Ground.inMemory(Planted.NOTHING), DEEP ? 10_000 : 60);
    }

    @Test
    void everyBlockDoesAsTheModelSaysInAFileOfH2() {
        Pooled file = Pooled.file(folder.resolve("h2"));
        run("H2", () -> Ground.inDatabase(file, this::bytes), DEEP ? 2_000 : 12);
    }

    @Test
    void everyBlockDoesAsTheModelSaysOnPostgres() {
        Pooled server = Pooled.onServer();
        run("PostgreSQL", () -> Ground.inDatabase(server, this::bytes), DEEP ? 500 : 8);
    }

    private FileContentStore bytes() {
        return FileContentStore.in(folder.resolve("bytes"));
    }

    private static void run(String where, Supplier<Ground> grounds, int programs) {
        Programs runs = new Programs(grounds, new AtomicLong(), true);
        String complaint = runs.run(Seed.value(), programs);
        System.out.println("Model test on " + where + ": " + runs.run() + " programs of " + Program.STEPS
                + " operations, seed " + Seed.value() + "; " + runs.tally());
        assertThat(complaint).isNull();
        if (programs > ENOUGH) {
            assertThat(runs.tally().answered()).hasSize(Draw.OPERATIONS);
        }
    }
}
