// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.answer;

import dev.portalblocks.core.model.LanguageTag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants an answer to, as they wrote it.
 *
 * @param text a whole message with its greeting, its story and its typos, at most 10,000 characters; any text, and no operators in it
 * @param language the language that they read; null for the portal's default
 * @param atMost how many passages are wanted at most, 1 to 10
 */
public record AnswerQuery(
        @NotNull @Size(max = 10_000) String text,
        @Nullable LanguageTag language,
        @Min(1) @Max(10) int atMost) {
    private static final int FEW = 3;

    /** Returns the question for the best three passages. */
    public static AnswerQuery of(String text) {
        return new AnswerQuery(text, null, FEW);
    }

    /** Returns this question of somebody who reads this language. */
    public AnswerQuery in(LanguageTag reader) {
        return new AnswerQuery(text, reader, atMost);
    }

    /** Returns this question for that many passages at most. */
    public AnswerQuery atMost(int passages) {
        return new AnswerQuery(text, language, passages);
    }
}
