// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.TextPatterns;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Says that a reader sees an article.
 *
 * @param article which article
 * @param visitor what tells a reader who is not signed in from others within a day, 1 to 200 characters of the host's choice; it is kept
 *     nowhere. Who is signed in needs none, and one that is handed over for them is not looked at; a visitor without one is not counted
 */
public record RecordView(
        @NotNull ArticleId article,

        @Size(min = 1, max = MAX_VISITOR) @Pattern(regexp = TextPatterns.STORABLE) @Nullable
        String visitor) {
    /** How many characters a visitor's key has at most. */
    public static final int MAX_VISITOR = 200;

    /** Returns the view of somebody who is signed in. */
    public static RecordView of(ArticleId article) {
        return new RecordView(article, null);
    }

    /** Returns this view by the visitor of this key. */
    public RecordView by(@Nullable String key) {
        return new RecordView(article, key);
    }
}
