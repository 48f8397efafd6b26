// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.spi;

import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.publishing.model.Schedule;
import dev.portalblocks.publishing.model.Showing;
import java.time.Instant;
import java.util.Optional;

/**
 * What readers may see of an entry, whenever that is.
 *
 * @param id names it for good
 * @param place where it stands
 * @param schedule when they see what; never empty
 * @param changedAt when it was changed last
 */
public record PublishedFaqEntry(
        FaqEntryId id,
        @NotPersonal("a place in an order") FaqPlace place,

        @NotPersonal("written by the company for its readers")
        Schedule<FaqContent> schedule,

        Instant changedAt) {
    /**
     * Returns what readers see at this moment. One before the last change stands for that: a reader who began before an editor was done, or
     * whose clock is behind the editor's, sees what the editor did.
     */
    public Optional<Showing<FaqContent>> shownAt(Instant moment) {
        return schedule.at(moment.isBefore(changedAt) ? changedAt : moment);
    }

    /** Returns whether readers see something at this moment or later. */
    public boolean lasts(Instant since) {
        return schedule.showings().stream()
                .anyMatch(showing -> showing.until() == null || since.isBefore(showing.until()));
    }
}
