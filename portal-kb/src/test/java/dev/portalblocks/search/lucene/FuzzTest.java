// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Any text is a search, and any text may be searched: what was checked in as a seed, and what a fuzzer comes up with that sees which
 * branches of parser, analysers and automata a text takes. What it finds lies in {@code target/fuzz}, and becomes a seed.
 */
class FuzzTest {
    private static final Path SEEDS = Path.of("src/test/resources/dev/portalblocks/search/lucene/fuzz");
    private static final Path WORK = Path.of("target/fuzz");
    /** How long each is fuzzed; in the ordinary build the seeds are enough. */
    private static final int SECONDS = Integer.getInteger("portal.fuzz", Boolean.getBoolean("portal.deep") ? 300 : 0);

    private static final int HEAP = 1_000;
    private static final String FUZZER = "com.code_intelligence.jazzer.Jazzer";
    private static final String INSTRUMENTED = String.join(
            ":",
            "dev.portalblocks.search.**",
            "dev.portalblocks.core.answer.**",
            "org.apache.lucene.analysis.**",
            "org.apache.lucene.util.automaton.**",
            "org.commonmark.**");

    /** With the fuzzer's counters in its constructor, the fields of this record are not found. */
    private static final String LEFT_OUT = "dev.portalblocks.search.model.SearchHit";

    /** What is fuzzed. */
    enum Target {
        ASKED(AskedFuzz.class),
        WRITTEN(WrittenFuzz.class);

        private final Class<?> type;

        Target(Class<?> type) {
            this.type = type;
        }

        private void fuzz(byte[] input) throws IOException {
            switch (this) {
                case ASKED -> AskedFuzz.fuzzerTestOneInput(input);
                case WRITTEN -> WrittenFuzz.fuzzerTestOneInput(input);
            }
        }

        private Path in(Path folder) {
            return folder.resolve(name().toLowerCase(Locale.ROOT));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySeedKeepsWhatIsPromised(Target target) throws IOException {
        List<Path> seeds;
        try (Stream<Path> files = Files.list(target.in(SEEDS))) {
            seeds = files.sorted().toList();
        }
        assertThat(seeds)
                .hasSizeGreaterThan(10)
                .allSatisfy(seed -> assertThatCode(() -> target.fuzz(Files.readAllBytes(seed)))
                        .as("%s", seed)
                        .doesNotThrowAnyException());
    }

    /** There is an agent of the fuzzer for these machines. */
    @ParameterizedTest
    @EnumSource
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
    void whatAFuzzerComesUpWithKeepsItToo(Target target) throws IOException, InterruptedException {
        assumeTrue(SECONDS > 0, "-Dportal.fuzz=300 fuzzes each for so many seconds");
        Path found = Files.createDirectories(target.in(WORK).resolve("found"));
        Path corpus = Files.createDirectories(target.in(WORK).resolve("corpus"));
        ChildProcess fuzzer = ChildProcess.run(
                FUZZER,
                HEAP,
                "--target_class=" + target.type.getName(),
                "--instrumentation_includes=" + INSTRUMENTED,
                "--custom_hook_includes=" + INSTRUMENTED,
                "--instrumentation_excludes=" + LEFT_OUT,
                "--custom_hook_excludes=" + LEFT_OUT,
                "--reproducer_path=" + found,
                "-artifact_prefix=" + found + "/",
                "-dict=" + SEEDS.resolve("words.dict"),
                "-max_total_time=" + SECONDS,
                "-seed=" + Seeds.value(),
                "-max_len=12000",
                "-timeout=120", // the first input also loads and instruments the classes
                "-rss_limit_mb=3000",
                corpus.toString(),
                target.in(SEEDS).toString());

        assertThat(fuzzer.status()).as("%s", String.join("\n", fuzzer.lines())).isZero();
        assertThat(fuzzer.lines()).anyMatch(line -> line.startsWith("Done "));
    }
}
