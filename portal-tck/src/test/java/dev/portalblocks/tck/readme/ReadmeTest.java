// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path SNIPPET = Path.of("src/test/java/dev/portalblocks/tck/readme/ReadmeSnippet.java")
            .toAbsolutePath();

    @Test
    void theLinesOfTheReadmeAreTheLinesThatRun() throws IOException {
        String compiled = between(Files.readString(SNIPPET), "// README begins", "// README ends");
        String shown = between(Files.readString(ROOT.resolve("README.md")), "```java", "```");

        // the formatter may break a line elsewhere: what counts is the code
        assertThat(squeezed(shown)).isEqualTo(squeezed(compiled) + "}");
    }

    @Test
    void theLinesOfTheReadmeFindWhatTheyPublish() {
        assertThat(ReadmeSnippet.run())
                .singleElement()
                .satisfies(hit -> assertThat(hit.title().text()).isEqualTo("Zahlungsweise umstellen"));
    }

    @Test
    void theReadmeHasEachCommandAloneInABlock() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));

        for (String heading : List.of("## Run it", "## Test it")) {
            int at = lines.indexOf(heading);
            assertThat(at).as(heading).isNotNegative();
            assertThat(lines.get(at + 2)).isEqualTo("```");
            assertThat(lines.get(at + 3)).startsWith("mvn ");
            assertThat(lines.get(at + 4)).isEqualTo("```");
        }
        assertThat(lines).hasSizeLessThan(150);
    }

    @Test
    void continuousIntegrationRunsTheCommandOfTheReadme() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));
        String command = lines.get(lines.indexOf("## Test it") + 3);

        assertThat(Files.readAllLines(ROOT.resolve(".ci/run"))).last().isEqualTo(command);
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
