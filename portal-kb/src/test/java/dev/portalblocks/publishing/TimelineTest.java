// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.publishing.Timeline.Span;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Timeline<String> NOTHING = Timeline.of(List.of());

    private static Instant at(int second) {
        return Instant.ofEpochSecond(second);
    }

    private static Span<String> span(int from, @Nullable Integer until, String shown) {
        return new Span<>(at(from), until == null ? null : at(until), shown);
    }

    @Test
    void whatIsSaidFromAMomentOnHoldsForEver() {
        Timeline<String> timeline = NOTHING.changedFrom(at(5), before -> "a");
        assertThat(timeline.spans()).containsExactly(span(5, null, "a"));
        assertThat(timeline.at(at(4))).isEmpty();
        assertThat(timeline.at(at(5))).contains("a");
        assertThat(timeline.changedFrom(at(9), before -> before + "b").spans())
                .containsExactly(span(5, 9, "a"), span(9, null, "ab"));
    }

    @Test
    void whatWasPlannedForLaterIsChangedAsWell() {
        Timeline<String> planned = Timeline.of(List.of(span(0, 10, "a"), span(20, 30, "b")));
        assertThat(planned.changedFrom(at(5), before -> before == null ? null : before + "!")
                        .spans())
                .containsExactly(span(0, 5, "a"), span(5, 10, "a!"), span(20, 30, "b!"));
        assertThat(planned.changedFrom(at(5), before -> "c").spans())
                .containsExactly(span(0, 5, "a"), span(5, null, "c"));
        assertThat(planned.changed(at(5), at(25), before -> "c").spans())
                .containsExactly(span(0, 5, "a"), span(5, 25, "c"), span(25, 30, "b"));
        assertThat(planned.changedFrom(at(0), before -> null)).isEqualTo(NOTHING);
    }

    @Test
    void whatIsTheSameBecomesOne() {
        Timeline<String> two = Timeline.of(List.of(span(0, 10, "a"), span(10, null, "a")));
        assertThat(two.spans()).containsExactly(span(0, null, "a"));
        assertThat(two.changedFrom(at(7), before -> before)).isEqualTo(two);
    }

    @Test
    void whatIsOverIsForgotten() {
        Timeline<String> timeline = Timeline.of(List.of(span(0, 10, "a"), span(20, 30, "b")));
        assertThat(timeline.since(at(9))).isEqualTo(timeline);
        assertThat(timeline.since(at(10)).spans()).containsExactly(span(20, 30, "b"));
        assertThat(timeline.since(at(30))).isEqualTo(NOTHING);
    }

    @Test
    void theNextChangeIsTheFirstBehind() {
        Timeline<String> timeline = Timeline.of(List.of(span(0, 10, "a"), span(20, null, "b")));
        assertThat(timeline.nextChange(at(0))).contains(at(10));
        assertThat(timeline.nextChange(at(10))).contains(at(20));
        assertThat(timeline.nextChange(at(20))).isEmpty();
    }
}
