// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.PortalException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a ledger remembers tells repeats from what only has their numbers. */
class LastAdmittedTest {
    /** Of version 4: no bit of it is a time, however late that would be. */
    private static final UUID BY_CHANCE = UUID.fromString("ffffffff-ffff-4fff-bfff-ffffffffffff");

    @Test
    void anIdThatTellsNoTimeIsLaterThanNoOther() {
        LastAdmitted second = LastAdmitted.first(1, at(1)).then(2, at(2));
        assertThat(second.admits(1, BY_CHANCE)).as("a repeat").isFalse();
        assertThat(second.then(3, BY_CHANCE).latest()).isEqualTo(2);
        assertThat(LastAdmitted.first(1, BY_CHANCE).latest()).isZero();
    }

    /** Else it would be taken for a repeat, and be lost. */
    @Test
    void anIdThatTellsNoTimeHidesNoOtherHistory() {
        LastAdmitted third = LastAdmitted.first(1, at(1)).then(2, BY_CHANCE).then(3, at(3));
        assertThat(third.admits(2, BY_CHANCE)).isFalse();
        assertThatThrownBy(() -> third.admits(2, at(4)))
                .isInstanceOfSatisfying(
                        PortalException.Conflict.class,
                        conflict -> assertThat(conflict.code()).isEqualTo("delivery.history-changed"));
    }

    private static UUID at(long millisecond) {
        return new UUID(millisecond << 16 | 0x7000, 0x8000_0000_0000_0000L);
    }
}
