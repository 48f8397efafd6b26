// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayTermsTest {
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Duration SECOND = Duration.ofSeconds(1);

    /** Each of them would fail later, at a refusal, or leave a lane to nobody. */
    @Test
    void aDurationBeyondItsLimitIsRefused() {
        for (Duration wrong : List.of(
                LONGEST.plusNanos(1),
                Duration.ofDays(292 * 366),
                ChronoUnit.FOREVER.getDuration(),
                Duration.ZERO,
                Duration.ofNanos(-1))) {
            assertRefused(wrong, SECOND, SECOND, LONGEST);
            assertRefused(SECOND, wrong, SECOND, LONGEST);
            assertRefused(SECOND, SECOND, wrong, wrong);
            assertRefused(SECOND, SECOND, SECOND, wrong);
        }
    }

    @Test
    void theLongestTermsCanBeCounted() {
        RelayTerms longest = new RelayTerms(LONGEST, LONGEST, Integer.MAX_VALUE, LONGEST, LONGEST);
        assertThat(longest.delay(1, 1)).isEqualTo(LONGEST);
        assertThat(longest.delay(Integer.MAX_VALUE, 0)).isEqualTo(LONGEST.dividedBy(2));
    }

    private static void assertRefused(Duration every, Duration lease, Duration first, Duration longest) {
        assertThatThrownBy(() -> new RelayTerms(every, lease, 12, first, longest))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
