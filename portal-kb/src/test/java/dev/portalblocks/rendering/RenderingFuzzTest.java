// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portalblocks.search.lucene.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What a fuzzer comes up with that sees which branches of renderer, cleaner and both parsers a text takes, beginning with the hostile
 * texts. What it finds lies in {@code target/fuzz}, and becomes one of them.
 */
class RenderingFuzzTest {
    private static final Path WORK = Path.of("target/fuzz/rendering");
    private static final int SECONDS = Integer.getInteger("portal.fuzz", Boolean.getBoolean("portal.deep") ? 300 : 0);
    private static final int HEAP = 1_000;
    private static final String INSTRUMENTED =
            String.join(":", "dev.portalblocks.rendering.**", "org.commonmark.**", "org.jsoup.**");

    /** With the fuzzer's counters in their constructors, the fields of records are not found; and tests are not fuzzed. */
    private static final String LEFT_OUT = String.join(
            ":",
            "dev.portalblocks.rendering.Hostile**",
            "dev.portalblocks.rendering.Reparsed**",
            "dev.portalblocks.rendering.model.**");

    /** There is an agent of the fuzzer for these machines. */
    @Test
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
    void whatAFuzzerComesUpWithIsCleanToo() throws IOException, InterruptedException {
        assumeTrue(SECONDS > 0, "-Dportal.fuzz=300 fuzzes for so many seconds");
        Path found = Files.createDirectories(WORK.resolve("found"));
        Path corpus = Files.createDirectories(WORK.resolve("corpus"));
        List<String> texts =
                Stream.concat(Hostile.HTML.stream(), Hostile.MARKDOWN.stream()).toList();
        for (int i = 0; i < texts.size(); i++) {
            Files.writeString(corpus.resolve("hostile-" + i), texts.get(i).replaceAll("[\\uD800-\\uDFFF]", "?"));
        }
        ChildProcess fuzzer = ChildProcess.run(
                "com.code_intelligence.jazzer.Jazzer",
                HEAP,
                "--target_class=" + RenderedFuzz.class.getName(),
                "--instrumentation_includes=" + INSTRUMENTED,
                "--custom_hook_includes=" + INSTRUMENTED,
                "--instrumentation_excludes=" + LEFT_OUT,
                "--custom_hook_excludes=" + LEFT_OUT,
                "--reproducer_path=" + found,
                "-artifact_prefix=" + found + "/",
                "-max_total_time=" + SECONDS,
                "-seed=" + Long.getLong("portal.seed", 4711),
                "-max_len=4000",
                "-timeout=120", // the first input also loads and instruments the classes
                "-rss_limit_mb=3000",
                corpus.toString());

        fuzzer.lines().stream()
                .filter(line -> line.contains(" cov: "))
                .reduce((first, last) -> last)
                .ifPresent(line -> System.out.println("Fuzzed rendering: " + line));
        assertThat(fuzzer.status()).as("%s", String.join("\n", fuzzer.lines())).isZero();
        assertThat(fuzzer.lines()).anyMatch(line -> line.startsWith("Done "));
    }
}
