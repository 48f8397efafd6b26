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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Any text is a search, and any text may be searched: what was checked in as a seed, and what a fuzzer comes up with that sees which
 * branches of parser, analysers and automata a text takes. What it finds lies in {@code target/fuzz}, and becomes a seed without its
 * first byte, which chooses what is done with the text.
 */
class FuzzTest {
    private static final Path SEEDS = Path.of("src/test/resources/dev/portalblocks/search/lucene/fuzz");
    private static final Path WORK = Path.of("target/fuzz");
    /** How long each is fuzzed; in the ordinary build the seeds are enough. */
    private static final int SECONDS = Integer.getInteger("portal.fuzz", Boolean.getBoolean("portal.deep") ? 300 : 0);

    private static final int HEAP = 1_000;
    /** To compile further what is instrumented takes longer than it saves in some minutes. */
    private static final List<String> OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

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
        ASKED(AskedFuzz.class, "asked", AskedFuzz.WAYS),
        WORDS(WordsFuzz.class, "asked", WordsFuzz.WAYS),
        WRITTEN(WrittenFuzz.class, "written", WrittenFuzz.WAYS),
        MARKDOWN(MarkdownFuzz.class, "written", MarkdownFuzz.WAYS);

        private final Class<?> type;
        private final String seeds;
        private final int ways;

        Target(Class<?> type, String seeds, int ways) {
            this.type = type;
            this.seeds = seeds;
            this.ways = ways;
        }

        private void fuzz(byte[] input) throws IOException {
            switch (this) {
                case ASKED -> AskedFuzz.fuzzerTestOneInput(input);
                case WORDS -> WordsFuzz.fuzzerTestOneInput(input);
                case WRITTEN -> WrittenFuzz.fuzzerTestOneInput(input);
                case MARKDOWN -> MarkdownFuzz.fuzzerTestOneInput(input);
            }
        }

        /** Returns what was checked in. */
        private List<Path> seeds() throws IOException {
            try (Stream<Path> files = Files.list(SEEDS.resolve(seeds))) {
                return files.sorted().toList();
            }
        }

        private Path folder(String name) throws IOException {
            return Files.createDirectories(
                    WORK.resolve(name().toLowerCase(Locale.ROOT)).resolve(name));
        }
    }

    /** Nearly all that can go wrong does so in a short text, and of these a fuzzer tries many times as many. */
    enum Round {
        SHORT(4, 200),
        LONG(1, 24_000);

        private final int fifths;
        private final int most;

        Round(int fifths, int most) {
            this.fifths = fifths;
            this.most = most;
        }

        private int seconds() {
            return SECONDS * fifths / 5;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySeedKeepsWhatIsPromised(Target target) throws IOException {
        assertThat(target.seeds()).hasSizeGreaterThan(10).allSatisfy(seed -> {
            byte[] text = Files.readAllBytes(seed);
            assertThat(IntStream.range(0, target.ways))
                    .allSatisfy(way -> assertThatCode(() -> target.fuzz(FuzzInput.written(way, text)))
                            .as("%s, %d", seed, way)
                            .doesNotThrowAnyException());
        });
    }

    /** There is an agent of the fuzzer for these machines. */
    @ParameterizedTest
    @EnumSource
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
    void whatAFuzzerComesUpWithKeepsItToo(Target target) throws IOException, InterruptedException {
        assumeTrue(SECONDS > 0, "-Dportal.fuzz=300 fuzzes each for so many seconds");
        for (Round round : Round.values()) {
            ChildProcess fuzzer = fuzzed(target, round);
            assertThat(fuzzer.status())
                    .as("%s", String.join("\n", fuzzer.lines()))
                    .isZero();
            assertThat(fuzzer.lines()).anyMatch(line -> line.startsWith("Done "));
        }
    }

    private static ChildProcess fuzzed(Target target, Round round) throws IOException, InterruptedException {
        Path found = target.folder("found");
        return ChildProcess.run(
                FUZZER,
                HEAP,
                OPTIONS,
                "--target_class=" + target.type.getName(),
                "--instrumentation_includes=" + INSTRUMENTED,
                "--custom_hook_includes=" + INSTRUMENTED,
                "--instrumentation_excludes=" + LEFT_OUT,
                "--custom_hook_excludes=" + LEFT_OUT,
                "--reproducer_path=" + found,
                "-artifact_prefix=" + found + "/",
                "-dict=" + SEEDS.resolve("words.dict"),
                "-max_total_time=" + round.seconds(),
                "-seed=" + Seeds.value(),
                "-use_counters=0", // how often a loop is run says little of a text, and would make each one seem new
                "-max_len=" + round.most,
                "-timeout=120", // the first input also loads and instruments the classes
                "-rss_limit_mb=3000",
                target.folder("corpus").toString(),
                begun(target, round).toString());
    }

    /** Writes what a fuzzer begins with: each seed that is short enough, in both ways of writing, for one of the things to do. */
    private static Path begun(Target target, Round round) throws IOException {
        Path folder = target.folder("seeds-" + round.name().toLowerCase(Locale.ROOT));
        int way = 0;
        for (Path seed : target.seeds()) {
            byte[] text = Files.readAllBytes(seed);
            if (2 * text.length < round.most) {
                Files.write(folder.resolve(seed.getFileName()), FuzzInput.written(way++ % target.ways, text));
                Files.write(
                        folder.resolve("wide-" + seed.getFileName()), FuzzInput.writtenWide(way++ % target.ways, text));
            }
        }
        return folder;
    }
}
