// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import dev.portalblocks.core.model.TextPatterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says in one language. Control characters and halves of surrogate pairs are refused.
 *
 * @param question one line of 1 to 500 characters
 * @param shortAnswer the answer in one line of 300 characters at most, without markup, for a list or a chat; null, as blank, where the answer is short itself
 * @param answer CommonMark, 1 to 20,000 characters; tabs and line breaks are fine
 */
public record FaqText(
        @NotBlank @Size(max = 500) @Pattern(regexp = TextPatterns.ONE_LINE)
        String question,

        @Nullable @Size(max = 300) @Pattern(regexp = TextPatterns.ONE_LINE)
        String shortAnswer,

        @NotBlank @Size(max = 20_000) @Pattern(regexp = TextPatterns.LINES)
        String answer) {
    /** A blank short answer is none. */
    public FaqText {
        shortAnswer = shortAnswer == null || shortAnswer.isBlank() ? null : shortAnswer;
    }

    /** Returns a text without a short answer. */
    public static FaqText of(String question, String answer) {
        return new FaqText(question, null, answer);
    }

    /** Returns this text with a short answer. */
    public FaqText inShort(String line) {
        return new FaqText(question, line, answer);
    }
}
