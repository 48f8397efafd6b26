// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A source that fails is asked again soon, and then less and less often. */
class SourceTroublesTest {
    private static final TenantId ACME = TenantId.of("acme");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2027-01-01T12:00:00Z"));
    private final SourceTroubles troubles = new SourceTroubles(now::get);

    @Test
    void theRestGrowsToHalfAMinute() {
        List<Long> rests = new ArrayList<>();
        for (int failure = 0; failure < 8; failure++) {
            troubles.note(ACME, SourceItem.THROWS);
            long rest = 0;
            while (!troubles.isDue(ACME)) {
                now.updateAndGet(instant -> instant.plusSeconds(1));
                rest++;
            }
            rests.add(rest);
        }
        assertThat(rests).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 30L, 30L);
        assertThat(troubles.isDue(TenantId.of("other"))).isTrue();
    }

    @Test
    void aSourceThatTookTooLongGetsMoreTimeUpToTenSeconds() {
        assertThat(troubles.patience()).isEqualTo(Duration.ofSeconds(1));
        troubles.noteHanging(ACME);
        assertThat(troubles.patience()).isEqualTo(Duration.ofSeconds(2));
        for (int failure = 0; failure < 9; failure++) {
            troubles.noteHanging(ACME);
        }
        assertThat(troubles.patience()).isEqualTo(Duration.ofSeconds(10));
    }

    /** Of several tenants the worst is said, and since when the first of them waits. */
    @Test
    void theWorstIsSaid() {
        troubles.note(ACME, SourceItem.INVALID);
        now.updateAndGet(instant -> instant.plusSeconds(5));
        troubles.noteHanging(TenantId.of("other"));
        troubles.note(TenantId.of("third"), SourceItem.THROWS);

        assertThat(troubles.look().code()).isEqualTo("search.source-hangs");
        assertThat(troubles.look().figures()).containsEntry("tenants", 3L).containsEntry("seconds", 5L);
        troubles.clear(TenantId.of("other"));
        assertThat(troubles.look().code()).isEqualTo("search.source-throws");
        troubles.clear(TenantId.of("third"));
        troubles.clear(ACME);
        assertThat(troubles.look().code()).isEqualTo("ok");
    }
}
