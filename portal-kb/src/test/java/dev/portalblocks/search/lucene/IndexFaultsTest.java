// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.PortalException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that refuses one write, whichever: the failure has its name, searches go on, and the log brings what is missing. */
class IndexFaultsTest {
    /** A single write is refused; whoever gets nowhere after that so often never will. */
    private static final int MOST_TRIES = 5;

    private static final int EDITS = 40;
    private static final int FAULTS = Boolean.getBoolean("portal.deep") ? 400 : 12;

    @TempDir
    private Path directory;

    private final long seed = Seeds.value();
    private final RandomEdits edits = new RandomEdits(seed);
    private final Set<String> codes = new HashSet<>();
    private int runs;

    @Test
    void whatADiskRefusesIsNamedAndMadeUpFor() {
        Random random = new Random(seed);
        int steps = run(0);
        for (int fault = 0; fault < FAULTS; fault++) {
            run(1 + random.nextInt(steps));
        }
        System.out.println("Index faults, seed " + seed + ": " + FAULTS + " among " + steps + " steps, codes " + codes);
        assertThat(codes).containsExactly("search.index-full");
    }

    /** Returns how many steps there were where something is written. */
    private int run(int refused) {
        AtomicInteger steps = new AtomicInteger();
        IndexFolder folder = new StepFolder(directory.resolve("run-" + runs++), name -> {
            if (!name.equals("delete") && steps.incrementAndGet() == refused) {
                throw new IOException("No space left on device");
            }
        });
        Random random = new Random(seed);
        String told = "-Dportal.seed=" + seed + ", step " + refused;
        LuceneSearchIndex index = LuceneSearchIndex.in(folder, 1);
        try {
            for (int number = 1; number <= EDITS; number++) {
                bring(index, number);
                if (random.nextInt(8) == 0) {
                    attempt(index::flush, index);
                    bring(index, number);
                }
            }
            assertThat(RandomEdits.answers(index)).as(told).isEqualTo(IncrementalIndexTest.built(edits, EDITS));
        } finally {
            attempt(index::close, null);
        }
        return steps.get();
    }

    /** As the log's follower does: from where the index says that it stands, again after a failure. */
    private void bring(LuceneSearchIndex index, int last) {
        int inVain = 0;
        long next = next(index);
        while (next <= last) {
            int number = (int) next;
            attempt(() -> edits.tell(index, number), index);
            inVain = next(index) == next ? inVain + 1 : 0;
            assertThat(inVain).as("tries at edit %s", number).isLessThan(MOST_TRIES);
            next = next(index);
        }
    }

    private static long next(LuceneSearchIndex index) {
        return index.progress(Samples.ACME).map(at -> at.position().commit()).orElse(0L) + 1;
    }

    private void attempt(Runnable work, @Nullable LuceneSearchIndex searched) {
        try {
            work.run();
        } catch (PortalException.StorageFailure e) {
            codes.add(e.code());
            if (searched != null) {
                assertThat(searched.search(Samples.ACME, Samples.german("Beitrag"), null, 10))
                        .isNotNull();
            }
        }
    }
}
