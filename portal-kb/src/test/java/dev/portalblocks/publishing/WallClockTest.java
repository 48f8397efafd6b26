// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WallClockTest {
    private final WallClock berlin = new WallClock(ZoneId.of("Europe/Berlin"));

    @Test
    void aTimeIsThatOfTheWall() {
        assertThat(berlin.begin(LocalDateTime.parse("2027-01-31T08:00")))
                .isEqualTo(Instant.parse("2027-01-31T07:00:00Z"));
        assertThat(berlin.end(LocalDateTime.parse("2027-07-31T08:00")))
                .isEqualTo(Instant.parse("2027-07-31T06:00:00Z"));
    }

    /** In 2027 clocks are put forward from two to three on 28 March. */
    @Test
    void anHourThatIsLeftOutStandsForTheMomentAtWhichItIs() {
        Instant leap = Instant.parse("2027-03-28T01:00:00Z");
        for (String time : new String[] {"2027-03-28T02:00", "2027-03-28T02:30", "2027-03-28T02:59:59.999999"}) {
            assertThat(berlin.begin(LocalDateTime.parse(time))).as(time).isEqualTo(leap);
            assertThat(berlin.end(LocalDateTime.parse(time))).as(time).isEqualTo(leap);
        }
        assertThat(berlin.begin(LocalDateTime.parse("2027-03-28T03:00"))).isEqualTo(leap);
        assertThat(berlin.begin(LocalDateTime.parse("2027-03-28T01:59:59"))).isEqualTo(leap.minusSeconds(1));
    }

    /** In 2027 clocks are put back from three to two on 31 October. */
    @Test
    void ofAnHourThatComesTwiceTheFirstBeginsAndTheSecondEnds() {
        LocalDateTime twice = LocalDateTime.parse("2027-10-31T02:30");
        assertThat(berlin.begin(twice)).isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
        assertThat(berlin.end(twice)).isEqualTo(Instant.parse("2027-10-31T01:30:00Z"));
    }
}
