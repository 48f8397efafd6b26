// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.search.spi.IndexProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that writes an index is killed before a step on the disk, whichever: the index opens where a commit was, not before
 * the last flush, answers as it did then, and catches up to what an index answers that was built at once.
 */
class KilledIndexTest {
    private static final int KILLS = Boolean.getBoolean("portal.deep") ? 100 : 4;

    @TempDir
    private Path directory;

    private final Map<String, Integer> halts = new TreeMap<>();

    @Test
    void aKilledIndexOpensAtACommitAndCatchesUp() throws Exception {
        long seed = Seeds.value();
        Random random = new Random(seed);
        int steps = Integer.parseInt(child(seed, 0).said("steps ").orElseThrow());
        int behind = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            behind += killed(seed, 1 + random.nextInt(steps));
        }
        System.out.println("Indexes killed, seed " + seed + ", of " + steps + " steps: " + halts
                + "; edits to catch up: " + behind);
        assertThat(behind).as("some kills lost what was not yet kept").isPositive();
    }

    private int killed(long seed, int step) throws Exception {
        String told = "-Dportal.seed=" + seed + ", step " + step;
        Path folder = directory.resolve("step-" + step);
        ChildProcess ended = child(seed, step);
        halts.merge(ended.said("halted before ").orElse("the end"), 1, Integer::sum);
        int kept = Integer.parseInt(ended.said("kept ").orElse("0"));
        RandomEdits edits = new RandomEdits(seed);
        try (LuceneSearchIndex index = LuceneSearchIndex.in(folder)) {
            Optional<IndexProgress> progress = index.progress(Samples.ACME);
            int number = progress.map(at -> (int) at.position().commit()).orElse(0);
            assertThat(number).as(told).isBetween(kept, MortalIndex.EDITS);
            if (progress.isPresent()) {
                assertThat(RandomEdits.answers(index)).as(told).isEqualTo(IncrementalIndexTest.built(edits, number));
            }
            for (int next = number + 1; next <= MortalIndex.EDITS; next++) {
                edits.tell(index, next);
            }
            assertThat(RandomEdits.answers(index))
                    .as(told)
                    .isEqualTo(IncrementalIndexTest.built(edits, MortalIndex.EDITS));
            return MortalIndex.EDITS - number;
        }
    }

    private ChildProcess child(long seed, int step) throws IOException, InterruptedException {
        String folder = directory.resolve("step-" + step).toString();
        ChildProcess ended =
                ChildProcess.run(MortalIndex.class, 256, folder, String.valueOf(seed), String.valueOf(step));
        assertThat(ended.status()).as("%s", ended.lines()).isEqualTo(step == 0 ? 0 : 1);
        return ended;
    }
}
