// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is shown from when on: at each moment one thing, or nothing. What is said from a moment on holds from there for ever,
 * also over what was planned for later. Immutable.
 *
 * @param <C> what is shown
 */
public final class Timeline<C> {
    /** In the order of time; two that follow each other differ, and the first shows something. */
    private final List<Step<C>> steps;

    private Timeline(List<Step<C>> steps) {
        this.steps = List.copyOf(steps);
    }

    /** From this moment on it is this. */
    private record Step<C>(Instant from, @Nullable C shown) {}

    /**
     * Something that is shown.
     *
     * @param from since when
     * @param until until when, that moment excluded; null for ever
     * @param shown what
     */
    public record Span<C>(Instant from, @Nullable Instant until, C shown) {
        /** Returns whether it is shown at this moment. */
        public boolean contains(Instant moment) {
            return !moment.isBefore(from) && isAfter(moment);
        }

        /** Returns whether it is still shown, or will be, behind this moment. */
        public boolean isAfter(Instant moment) {
            return until == null || moment.isBefore(until);
        }
    }

    /** Returns the timeline of these, in the order of time, none of which overlaps another. */
    public static <C> Timeline<C> of(List<Span<C>> spans) {
        List<Step<C>> steps = new ArrayList<>();
        for (Span<C> span : spans) {
            boolean follows =
                    !steps.isEmpty() && steps.get(steps.size() - 1).from().equals(span.from());
            if (follows) {
                steps.remove(steps.size() - 1); // the gap before it is none
            }
            steps.add(new Step<>(span.from(), span.shown()));
            if (span.until() != null) {
                steps.add(new Step<>(span.until(), null));
            }
        }
        return new Timeline<>(merged(steps));
    }

    /** Returns what is shown, in the order of time. */
    public List<Span<C>> spans() {
        List<Span<C>> spans = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            C shown = steps.get(i).shown();
            if (shown != null) {
                Instant until = i + 1 < steps.size() ? steps.get(i + 1).from() : null;
                spans.add(new Span<>(steps.get(i).from(), until, shown));
            }
        }
        return spans;
    }

    /** Returns what is shown at this moment. */
    public Optional<C> at(Instant moment) {
        return spans().stream()
                .filter(span -> span.contains(moment))
                .map(Span::shown)
                .findFirst();
    }

    /** Returns the first moment behind this one at which something else is shown. */
    public Optional<Instant> nextChange(Instant moment) {
        return steps.stream()
                .map(Step::from)
                .filter(from -> from.isAfter(moment))
                .findFirst();
    }

    /** Returns this timeline with all changed that is shown from this moment on; what is null is not shown. */
    public Timeline<C> changedFrom(Instant from, Function<@Nullable C, @Nullable C> change) {
        return changed(from, null, change);
    }

    /** Returns this timeline with all changed that is shown from a moment until another one, that excluded; null for ever. */
    public Timeline<C> changed(Instant from, @Nullable Instant until, Function<@Nullable C, @Nullable C> change) {
        List<Step<C>> changed = new ArrayList<>();
        for (Step<C> step : until == null ? split(from) : new Timeline<>(split(from)).split(until)) {
            boolean isMeant =
                    !step.from().isBefore(from) && (until == null || step.from().isBefore(until));
            changed.add(isMeant ? new Step<>(step.from(), change.apply(step.shown())) : step);
        }
        return new Timeline<>(merged(changed));
    }

    /** Returns the steps, of which one begins at this moment. */
    private List<Step<C>> split(Instant moment) {
        List<Step<C>> split = new ArrayList<>();
        C before = null;
        boolean isThere = false;
        for (Step<C> step : steps) {
            if (!isThere && step.from().isAfter(moment)) {
                split.add(new Step<>(moment, before));
                isThere = true;
            }
            isThere |= step.from().equals(moment);
            split.add(step);
            before = step.shown();
        }
        if (!isThere) {
            split.add(new Step<>(moment, before));
        }
        return split;
    }

    /** Returns this timeline without what is over at this moment. */
    public Timeline<C> since(Instant moment) {
        return of(spans().stream().filter(span -> span.isAfter(moment)).toList());
    }

    private static <C> List<Step<C>> merged(List<Step<C>> steps) {
        List<Step<C>> merged = new ArrayList<>();
        C last = null;
        for (Step<C> step : steps) {
            if (!Objects.equals(last, step.shown())) {
                merged.add(step);
                last = step.shown();
            }
        }
        return merged;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Timeline<?> timeline && steps.equals(timeline.steps);
    }

    @Override
    public int hashCode() {
        return steps.hashCode();
    }

    @Override
    public String toString() {
        return String.join(
                ", ",
                Stream.concat(Stream.of("timeline"), steps.stream().map(Step::toString))
                        .toList());
    }
}
