// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However large a document is, it needs no more memory than a small one. */
class LargeDocumentTest {
    private static final boolean DEEP = Boolean.getBoolean("portal.deep");
    private static final long SIZE = DEEP ? 4L << 30 : 96L << 20;
    private static final long SEED = Long.getLong("portal.seed", 4711);
    private static final int PATIENCE_MINUTES = 10;

    @TempDir
    Path folder;

    @Test
    void aDocumentOfManyTimesTheHeapGoesUpAndDown() throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeDocument.class.getName(),
                        folder.resolve("store").toString(),
                        Long.toString(SIZE),
                        Long.toString(SEED))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = run.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        run.destroyForcibly().waitFor();
        String said = Files.readString(output);
        System.out.println("A large document (-Dportal.seed=" + SEED + "): " + said.strip());

        assertThat(ended)
                .as("ends within %d minutes: %s", PATIENCE_MINUTES, said)
                .isTrue();
        assertThat(run.exitValue()).as(said).isZero();
        assertThat(said).contains((SIZE >> 20) + " MiB: up").contains("of 64 MiB", "longest read 64 KiB");
    }
}
