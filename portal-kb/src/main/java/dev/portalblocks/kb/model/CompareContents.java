// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * Asks how two contents of an article differ.
 *
 * @param article which article
 * @param first the number of a revision; null for the draft
 * @param second the number of a revision; null for the draft
 */
public record CompareContents(
        @NotNull ArticleId article,
        @Positive @Nullable Long first,
        @Positive @Nullable Long second) {
    /** Asks how the second revision differs from the first. */
    public static CompareContents of(ArticleId article, long first, long second) {
        return new CompareContents(article, first, second);
    }

    /** Asks how the draft differs from a revision. */
    public static CompareContents withDraft(ArticleId article, long revision) {
        return new CompareContents(article, revision, null);
    }
}
