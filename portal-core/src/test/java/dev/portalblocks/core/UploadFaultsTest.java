// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import static dev.portalblocks.core.Depot.ERIKA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Depot.File;
import dev.portalblocks.core.content.ContentState;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.content.memory.MemoryContentStore;
import dev.portalblocks.core.tx.memory.Memory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * Uploads that break at each of their steps. Where the call comes back, nothing stays of a failed one at once; where the
 * process died with it, nothing stays behind the next sweep. What was acknowledged stays in any case.
 */
class UploadFaultsTest {
    private final Memory memory = new Memory();
    private final MemoryContentStore bytes = new MemoryContentStore();

    @Test
    void aFailedUploadLeavesNothingAtOnceWhereverItFailed() {
        assertThat(eachStep(n -> "new " + n, false))
                .containsExactly(
                        "before commit",
                        "after commit",
                        "before write",
                        "after write",
                        "before commit",
                        "after commit");
    }

    @Test
    void aFailedUploadOfEqualBytesLeavesNothingAtOnceWhereverItFailed() {
        try (Depot first = depot(new ArrayList<>(), 0)) {
            first.put(ERIKA, "equal");
        }
        assertThat(eachStep(n -> "equal", false))
                .startsWith("before commit", "after commit", "before write", "after write", "before commit")
                .endsWith("after commit", "before delete", "after delete", "before commit", "after commit");
    }

    @Test
    void aProcessThatDiesLeavesNothingBehindTheNextSweep() {
        assertThat(eachStep(n -> "new " + n, true)).hasSize(6);
    }

    @Test
    void aProcessThatDiesWithEqualBytesLeavesNothingBehindTheNextSweep() {
        try (Depot first = depot(new ArrayList<>(), 0)) {
            first.put(ERIKA, "equal");
        }
        assertThat(eachStep(n -> "equal", true)).hasSize(10);
    }

    @Test
    void aSweepThatBreaksIsFinishedByTheNext() {
        for (int n = 1; n <= 6; n++) {
            List<Breaking> breaking = new ArrayList<>();
            try (Depot depot = depot(breaking, n)) {
                File file = depot.put(ERIKA, "swept " + n);
                depot.remove(ERIKA, file.id());
                depot.clock.move(Duration.ofDays(2));
                breaking.get(0).breakAt(n, true);
                assertThat(isBroken(depot::sweep))
                        .as("step %d of %s", n, breaking.get(0).steps())
                        .isTrue();
                breaking.get(0).breakAt(0, false);
                depot.sweep();
                assertSound(depot, List.of());
            }
        }
    }

    /** Returns the steps of an upload, each of which has failed once. */
    private List<String> eachStep(IntFunction<String> text, boolean dead) {
        for (int n = 1; ; n++) {
            List<Breaking> breaking = new ArrayList<>();
            try (Depot depot = depot(breaking, n)) {
                String bytes = text.apply(n);
                int before = depot.files().size();
                breaking.get(0).breakAt(n, dead);
                boolean failed = isBroken(() -> depot.put(ERIKA, bytes));
                List<String> steps = breaking.get(0).steps();
                breaking.get(0).breakAt(0, false);
                judge(depot, depot.files().size() - before, failed, n > steps.size() ? "" : steps.get(n - 1));
                if (dead || !failed) {
                    depot.clock.move(ContentCare.STAGED);
                    depot.sweep();
                }
                assertSound(depot, steps);
                if (n > steps.size()) {
                    return steps;
                }
            }
        }
    }

    /** A commit that the library did not hear of may have made the object known. */
    private static void judge(Depot depot, int made, boolean failed, String broken) {
        if (failed && !broken.equals("after commit")) {
            assertThat(made).as("failed %s", broken).isZero();
        }
        if (!failed) {
            assertThat(made).as("acknowledged").isEqualTo(1);
        }
        for (File file : depot.files()) {
            assertThat(depot.read(ERIKA, file.id())).as("broken %s", broken).isNotEmpty();
        }
    }

    /** No bytes without a row, no row without bytes, each live, and all that is used is there. */
    private static void assertSound(Depot depot, List<String> steps) {
        assertThat(depot.rows()).as("%s", steps).allMatch(StoredContent::isLive);
        assertThat(depot.kept()).as("%s", steps).containsExactlyInAnyOrderElementsOf(depot.refs(ContentState.LIVE));
        assertThat(depot.kept())
                .as("%s", steps)
                .containsAll(depot.files().stream().map(File::content).toList());
        assertThat(depot.rows()).as("%s", steps).allMatch(row -> row.uses() > 0);
    }

    private static boolean isBroken(Runnable call) {
        try {
            call.run();
            return false;
        } catch (Breaking.Broken e) {
            return true;
        }
    }

    private Depot depot(List<Breaking> breaking, long seed) {
        return new Depot(
                memory,
                bytes,
                stores -> {
                    Breaking made = new Breaking(stores);
                    breaking.add(made);
                    return made.storage();
                },
                seed);
    }
}
