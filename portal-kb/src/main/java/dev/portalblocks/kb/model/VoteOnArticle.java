// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TextPatterns;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Says whether an article helped.
 *
 * @param article which article
 * @param revision the revision that was read, as {@link Article#revision} told it
 * @param language the language that was read, as {@link Article#language} told it
 * @param helpful whether it helped
 * @param text what the reader adds, plain text of any lines and at most 2,000 characters; null for nothing, as is a text of white space
 */
public record VoteOnArticle(
        @NotNull ArticleId article,
        @Positive long revision,
        @NotNull LanguageTag language,
        boolean helpful,

        @Size(max = MAX_TEXT) @Pattern(regexp = TextPatterns.LINES) @Nullable
        String text) {
    /** How many characters a text has at most. */
    public static final int MAX_TEXT = 2000;

    /** Takes a text of white space for none. */
    public VoteOnArticle {
        text = text == null || text.isBlank() ? null : text;
    }

    /** Returns that an article, as a reader got it, helped. */
    public static VoteOnArticle helpful(Article read) {
        return new VoteOnArticle(read.id(), read.revision(), read.language(), true, null);
    }

    /** Returns that an article, as a reader got it, did not help. */
    public static VoteOnArticle notHelpful(Article read) {
        return new VoteOnArticle(read.id(), read.revision(), read.language(), false, null);
    }

    /** Returns this vote with what the reader adds. */
    public VoteOnArticle saying(@Nullable String words) {
        return new VoteOnArticle(article, revision, language, helpful, words);
    }
}
