// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.search.spi.IndexAnswer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that was told of each edit answers like one that was built at once: hits, places, counts and corrections. */
class IncrementalIndexTest {
    private static final int EDITS = Boolean.getBoolean("portal.deep") ? 10_000 : 300;
    private static final int COMPARED = Boolean.getBoolean("portal.deep") ? 250 : 60;

    @TempDir
    private Path directory;

    /** Whatever happens to it in between: flushes, closings, rebuilds, an edit that is told twice. */
    @Test
    void anIndexThatGrewEqualsOneThatWasBuilt() {
        long seed = Seeds.value();
        RandomEdits edits = new RandomEdits(seed);
        Random random = new Random(seed);
        LuceneSearchIndex grown = LuceneSearchIndex.in(directory);
        try {
            for (int number = 1; number <= EDITS; number++) {
                edits.tell(grown, number);
                grown = disturbed(grown, edits, number, random);
                if (number % COMPARED == 0) {
                    assertThat(RandomEdits.answers(grown))
                            .as("-Dportal.seed=%d, edit %d", seed, number)
                            .isEqualTo(built(edits, number));
                }
            }
        } finally {
            grown.close();
        }
    }

    private LuceneSearchIndex disturbed(LuceneSearchIndex index, RandomEdits edits, int number, Random random) {
        switch (random.nextInt(25)) {
            case 0 -> index.flush();
            case 1 -> {
                index.close();
                return LuceneSearchIndex.in(directory);
            }
            case 2 -> edits.tell(index, number);
            case 3 -> {
                index.flush();
                index.flush(); // nobody used it in between: it is closed
            }
            case 4 -> {
                if (number % 5 == 0) {
                    edits.build(index, number);
                }
            }
            default -> {
                // as it is most of the time
            }
        }
        return index;
    }

    static List<IndexAnswer> built(RandomEdits edits, int number) {
        try (LuceneSearchIndex built = LuceneSearchIndex.inMemory()) {
            edits.build(built, number);
            return RandomEdits.answers(built);
        }
    }
}
