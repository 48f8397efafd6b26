// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What readers see of something from when on, as far as it is not over: at each moment one revision, or none.
 *
 * @param <C> what editors write
 * @param showings in the order of time; none overlaps another
 */
public record Schedule<C extends EditorialContent<C>>(List<Showing<C>> showings) {
    /** How many times with nothing between their parts something is shown at most, from a moment on. */
    public static final int MAX_TIMES = 2;

    /** Copies the list; nothing when JSON names none. */
    public Schedule {
        showings = showings == null ? List.of() : List.copyOf(showings);
    }

    /** Returns that they see nothing. */
    public static <C extends EditorialContent<C>> Schedule<C> none() {
        return new Schedule<>(List.of());
    }

    /** Returns that they see this from the moment on at which it was published. */
    public static <C extends EditorialContent<C>> Schedule<C> of(Revision<C> revision) {
        return new Schedule<>(List.of(new Showing<>(revision.publishedAt(), null, revision)));
    }

    /** Returns this schedule with what they see replaced by what the function makes of it. */
    public Schedule<C> with(UnaryOperator<C> change) {
        return new Schedule<>(
                showings.stream().map(showing -> showing.with(change)).toList());
    }

    /** Returns what they see at this moment. */
    public Optional<Showing<C>> at(Instant moment) {
        return showings.stream()
                .filter(showing -> !showing.from().isAfter(moment))
                .filter(showing -> showing.until() == null || moment.isBefore(showing.until()))
                .findFirst();
    }

    /**
     * A time at which readers see something.
     *
     * @param from since when
     * @param until until when, that moment excluded; null for ever
     */
    public record Time(
            @JsonFormat(shape = JsonFormat.Shape.STRING) Instant from,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Instant until) {}

    /** Returns the times at which they see something, whatever it is; between two of them they see nothing. */
    public List<Time> times() {
        List<Time> times = new ArrayList<>();
        for (Showing<C> showing : showings) {
            Time last = times.isEmpty() ? null : times.get(times.size() - 1);
            if (last != null && showing.from().equals(last.until())) {
                times.set(times.size() - 1, new Time(last.from(), showing.until()));
            } else {
                times.add(new Time(showing.from(), showing.until()));
            }
        }
        return times;
    }

    /** Returns whether they see nothing, whenever. */
    @JsonIgnore
    public boolean isEmpty() {
        return showings.isEmpty();
    }
}
