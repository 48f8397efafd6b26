// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing.spi;

import dev.portalblocks.publishing.model.Editing;
import dev.portalblocks.publishing.model.EditorialContent;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.Schedule;
import dev.portalblocks.publishing.model.Showing;
import org.jspecify.annotations.Nullable;

/**
 * The two sides of what editors write; at least one is there.
 *
 * @param <C> what editors write
 * @param draft what waits for publishing
 * @param published what was published, or planned to be, last
 * @param schedule when readers see what: all of it for the readers and at the places of {@code published}
 * @param editing how the writing stands
 */
public record Parts<C extends EditorialContent<C>>(
        @Nullable C draft, @Nullable Revision<C> published, Schedule<C> schedule, Editing editing) {
    /**
     * Throws {@code IllegalArgumentException} where what is shown at different times is for different readers, or at more than
     * {@link Schedule#MAX_TIMES} of them.
     */
    public Parts {
        if (schedule.times().size() > Schedule.MAX_TIMES) {
            throw new IllegalArgumentException("It is shown at so many times that no row holds them");
        }
        for (Showing<C> showing : schedule.showings()) {
            if (published == null || !showing.revision().content().isPlacedLike(published.content())) {
                throw new IllegalArgumentException("It is for the same readers at all times");
            }
        }
    }

    /** Takes both sides; what was published is shown since then. */
    public Parts(@Nullable C draft, @Nullable Revision<C> published) {
        this(draft, published, published == null ? Schedule.none() : Schedule.of(published), Editing.none());
    }

    /** Returns these parts with another draft and how its writing stands. */
    public Parts<C> drafted(@Nullable C newDraft, Editing newEditing) {
        return new Parts<>(newDraft, published, schedule, newEditing);
    }

    /** Returns these parts with another schedule. */
    public Parts<C> scheduled(Schedule<C> newSchedule) {
        return new Parts<>(draft, published, newSchedule, editing);
    }
}
