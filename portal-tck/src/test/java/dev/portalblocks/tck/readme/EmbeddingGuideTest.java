// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EmbeddingGuideTest {
    private static final Path GUIDE = Path.of("../docs/guide/embedding.md");
    private static final Path SNIPPETS = Path.of("src/test/java/dev/portalblocks/tck/readme/EmbeddingSnippets.java");
    private static final Pattern SHOWN = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMPILED = Pattern.compile("// guide begins\\n(.*?)// guide ends", Pattern.DOTALL);

    @Test
    void theLinesOfTheGuideAreTheLinesThatRun() throws IOException {
        List<String> shown = pieces(SHOWN, GUIDE);

        assertThat(shown).hasSize(9).isEqualTo(pieces(COMPILED, SNIPPETS));
    }

    @Test
    void theLinesOfTheGuideDoWhatItSays() throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        List<Duration> scheduled = new ArrayList<>();
        List<String> failed = new ArrayList<>();

        String answer = EmbeddingSnippets.run(
                response,
                (every, work) -> {
                    scheduled.add(every);
                    work.run();
                },
                (task, failure) -> failed.add(task));

        assertThat(answer).isEqualTo("400 command.invalid SYSTEM ANONYMOUS 1 image/png true");
        assertThat(response.toString(StandardCharsets.US_ASCII)).isEqualTo("%PDF-1.4" + "\uFFFDPNG\r\n\u001a\n");
        assertThat(scheduled).isNotEmpty();
        assertThat(failed).isEmpty();
    }

    /** Returns the pieces of code without white space: a formatter may break a line elsewhere. */
    private static List<String> pieces(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(piece -> piece.group(1).replaceAll("\\s+", "").replaceFirst("^staticclass", "class"))
                .toList();
    }
}
