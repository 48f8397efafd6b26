// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BoundedMarkdownTest {
    @Test
    void ordinaryTextStaysAsItIs() {
        var text = "[a](b)\n".repeat(1_000) + "\n \n" + "  - [a](b)\n".repeat(1_000);
        assertThat(BoundedMarkdown.of(text)).isSameAs(text);
    }

    @Test
    void aLongListOfLinksGetsABlankLineBetweenItsLines() {
        var bounded = BoundedMarkdown.of("  - [a](b)\n".repeat(2_500));
        assertThat(bounded.replace("\n\n", "\n")).isEqualTo("  - [a](b)\n".repeat(2_500));
        assertThat(bounded.split("\n\n", -1)).hasSize(3);
        assertThat(bounded.split("\n\n", -1)[1]).startsWith("  - [");
    }

    @Test
    void noParagraphKeepsMoreThanTwoThousandBrackets() {
        assertThat(Arrays.stream(BoundedMarkdown.of("![[]()".repeat(5_000)).split("\n\n", -1))
                        .mapToLong(part -> part.chars().filter(c -> c == '[').count()))
                .hasSize(5)
                .allMatch(count -> count <= 2_000);
    }
}
