// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as storable is what its pattern says. */
class TextPatternsTest {
    private static final List<String> PARTS =
            List.of("a", "\u00E4", "\uD83D", "\uDE00", "\uD83D\uDE00", "\u0000", "\u0001", "\uFFFF", "\uDBFF\uDFFF");

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\uD83D\uDE00", "\u0001\uFFFF", "\uDBFF\uDFFF\uD800\uDC00"})
    void whatADatabaseKeepsIsStorable(String text) {
        assertThat(TextPatterns.isStorable(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "a\u0000",
                "\uD83D",
                "a\uDE00",
                "\uDE00\uD83D",
                "\uD83D\uD83D\uDE00",
                "\uD83D\uDE00\uDE00"
            })
    void halfACharacterAndNoneAreNot(String text) {
        assertThat(TextPatterns.isStorable(text)).isFalse();
    }

    @Test
    void itIsWhatThePatternSays() {
        Random random = new Random(4711);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(5), 0, PARTS.size()).forEach(part -> text.append(PARTS.get(part)));
            assertThat(TextPatterns.isStorable(text.toString()))
                    .isEqualTo(text.toString().matches(TextPatterns.STORABLE));
        }
    }
}
