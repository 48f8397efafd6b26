// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.IdempotencyKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Begins an article, as a draft.
 *
 * @param content what it says
 * @param idempotencyKey the caller's name for this attempt; null if it takes no care
 */
public record CreateArticle(
        @NotNull @Valid ArticleContent content, @Nullable IdempotencyKey idempotencyKey) {
    /** Returns the command without a key. */
    public static CreateArticle of(ArticleContent content) {
        return new CreateArticle(content, null);
    }

    /** Returns this command under a key. */
    public CreateArticle once(IdempotencyKey key) {
        return new CreateArticle(content, key);
    }
}
