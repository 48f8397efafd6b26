// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What readers see of an article from when on, as far as it is not over: at each moment one revision, or none.
 *
 * @param showings in the order of time; none overlaps another
 */
public record Schedule(List<Showing> showings) {
    private static final Schedule NONE = new Schedule(List.of());

    /** Copies the list; nothing when JSON names none. */
    public Schedule {
        showings = showings == null ? List.of() : List.copyOf(showings);
    }

    /** Returns that they see nothing. */
    public static Schedule none() {
        return NONE;
    }

    /** Returns that they see this from the moment on at which it was published. */
    public static Schedule of(Revision revision) {
        return new Schedule(List.of(new Showing(revision.publishedAt(), null, revision)));
    }

    /** Returns what they see at this moment. */
    public Optional<Showing> at(Instant moment) {
        return showings.stream()
                .filter(showing -> !showing.from().isAfter(moment))
                .filter(showing -> showing.until() == null || moment.isBefore(showing.until()))
                .findFirst();
    }

    /** Returns whether they see nothing, whenever. */
    @JsonIgnore
    public boolean isEmpty() {
        return showings.isEmpty();
    }
}
