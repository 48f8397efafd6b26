// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.Schedule;
import dev.portalblocks.publishing.model.TextStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as editors see it.
 *
 * @param id names it for good
 * @param state where it stands
 * @param draft what waits for publishing; null when there is nothing new
 * @param published what was published last, or planned to be; null before the first publishing
 * @param schedule what readers see from when on, as far as it was not over when the article was changed last
 * @param texts how it stands in each language, when somebody asked
 * @param settings what is said of it beside its texts
 * @param version one more with each change of any part; what {@code expectedVersion} means
 * @param changedAt when it was changed last
 */
public record EditedArticle(
        ArticleId id,
        ArticleState state,
        @Nullable ArticleContent draft,
        @Nullable Revision<ArticleContent> published,
        Schedule<ArticleContent> schedule,
        List<TextStatus> texts,
        ArticleSettings settings,
        long version,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant changedAt) {
    /** Copies the list. */
    public EditedArticle {
        texts = List.copyOf(texts);
    }
}
