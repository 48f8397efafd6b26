// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article as editors see it.
 *
 * @param id names it for good
 * @param state where it stands
 * @param draft what waits for publishing; null when there is nothing new
 * @param published what readers see, or saw before it was archived; null before the first publishing
 * @param version one more with each change of any part; what {@code expectedVersion} means
 * @param changedAt when it was changed last
 */
public record EditedArticle(
        ArticleId id,
        ArticleState state,
        @Nullable ArticleContent draft,
        @Nullable Revision published,
        long version,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant changedAt) {}
