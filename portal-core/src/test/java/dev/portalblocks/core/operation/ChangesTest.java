// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import static dev.portalblocks.core.operation.Workshop.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was read is current until somebody begins to change it, and never while nobody knows how a change ended. */
class ChangesTest {
    private static final String NOTE = "note";

    private final Workshop workshop = new Workshop();
    private final Changes<String> changes = new Changes<>();

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void whatNobodyChangesStaysCurrent() {
        long stamp = changes.stamp(NOTE);
        assertThat(changes.isCurrent(NOTE, stamp)).isTrue();
        assertThat(changes.isCurrent(NOTE, Changes.NEVER)).isFalse();
    }

    /** Not from the commit on, behind which others may read the new before the change has returned. */
    @Test
    void whatWasReadBeforeIsNotCurrentFromTheBeginningOfAChangeOn() {
        long before = changes.stamp(NOTE);
        change(2, () -> {
            assertThat(changes.isCurrent(NOTE, before)).isFalse();
            long within = changes.stamp(NOTE);
            assertThat(changes.isCurrent(NOTE, within)).isFalse();
        });
        assertThat(changes.isCurrent(NOTE, before)).isFalse();
        assertThat(changes.isCurrent(NOTE, changes.stamp(NOTE))).isTrue();
    }

    @Test
    void aChangeThatFailsHasEnded() {
        assertThatThrownBy(() -> change(2, () -> {
                    throw new IllegalStateException("fails");
                }))
                .hasMessage("fails");
        assertThat(changes.isCurrent(NOTE, changes.stamp(NOTE))).isTrue();
    }

    /** A host's, which ends it as it likes and tells nobody. */
    @Test
    void nothingIsCurrentUntilTheVersionOfAnUndecidedChangeIsFound() {
        join(2);
        assertThat(changes.stamp(NOTE)).isEqualTo(Changes.NEVER);
        changes.found(NOTE, 1);
        assertThat(changes.stamp(NOTE)).isEqualTo(Changes.NEVER);
        changes.found(NOTE, 2);
        assertThat(changes.isCurrent(NOTE, changes.stamp(NOTE))).isTrue();
    }

    /** It was rolled back: the next one has the lock, so it has ended. */
    @Test
    void theNextChangeSettlesAnUndecidedOne() {
        join(2);
        change(2, () -> {});
        assertThat(changes.isCurrent(NOTE, changes.stamp(NOTE))).isTrue();
    }

    /** Two of a host's in one transaction, of which the first is found by itself. */
    @Test
    void theLatestOfSeveralUndecidedChangesHasToBeFound() {
        workshop.memory.write(tx -> workshop.memory.joining(tx, () -> {
            change(2, () -> {});
            change(3, () -> {});
            return true;
        }));
        changes.found(NOTE, 2);
        assertThat(changes.stamp(NOTE)).isEqualTo(Changes.NEVER);
        changes.found(NOTE, 3);
        assertThat(changes.stamp(NOTE)).isNotEqualTo(Changes.NEVER);
    }

    /** What was taken back has ended; what the host did before it has not. */
    @Test
    void aChangeThatIsTakenBackSettlesNoEarlierOne() {
        workshop.memory.write(tx -> workshop.memory.joining(tx, () -> {
            change(2, () -> {});
            assertThatThrownBy(() -> change(3, () -> {
                        throw new IllegalStateException("fails");
                    }))
                    .hasMessage("fails");
            return true;
        }));
        assertThat(changes.stamp(NOTE)).isEqualTo(Changes.NEVER);
        changes.found(NOTE, 2);
        assertThat(changes.isCurrent(NOTE, changes.stamp(NOTE))).isTrue();
    }

    private void join(long version) {
        workshop.memory.write(tx -> workshop.memory.joining(tx, () -> {
            change(version, () -> {});
            return true;
        }));
    }

    private void change(long version, Runnable within) {
        workshop.perform(EDITOR, NOTE, context -> {
            changes.begin(context, NOTE, version);
            within.run();
            return true;
        });
    }
}
