// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.Schedule;
import dev.portalblocks.publishing.model.TextStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as editors see it, as of the moment at which they asked. At least one of draft and published is there.
 *
 * @param id names it for good
 * @param section the section that it stands in
 * @param state where it stands in its life
 * @param draft what waits for publishing; null where nothing does
 * @param published what was published, or planned to be, last; null if nothing ever was
 * @param schedule when readers see what, from now on
 * @param texts how each language stands, in their order
 * @param version one more with each change but of its place; what {@code expectedVersion} means
 * @param changedAt when that was
 */
public record EditedFaqEntry(
        FaqEntryId id,
        FaqSectionId section,
        FaqEntryState state,
        @Nullable FaqContent draft,
        @Nullable Revision<FaqContent> published,
        Schedule<FaqContent> schedule,
        List<TextStatus> texts,
        long version,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant changedAt) {
    /** Copies the list. */
    public EditedFaqEntry {
        texts = List.copyOf(texts);
    }

    /** Returns what was written last: the draft, else what was published last. */
    public FaqContent newest() {
        FaqContent content = draft != null || published == null ? draft : published.content();
        if (content == null) {
            throw new IllegalStateException("An entry has a draft or was published");
        }
        return content;
    }
}
