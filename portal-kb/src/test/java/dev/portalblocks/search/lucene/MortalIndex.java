// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process that tells an index of edits and is halted before a step on the disk: its arguments are a directory, a seed and
 * the number of the step, 0 for none. It prints what a flush has kept and, when it lives, how many steps there were.
 */
final class MortalIndex {
    static final int EDITS = 60;

    private MortalIndex() {}

    public static void main(String[] arguments) {
        long seed = Long.parseLong(arguments[1]);
        int last = Integer.parseInt(arguments[2]);
        AtomicInteger steps = new AtomicInteger();
        IndexFolder folder = new StepFolder(Path.of(arguments[0]), StepFolder.Step.of(name -> {
            if (steps.incrementAndGet() == last) {
                System.out.println("halted before " + name);
                System.out.flush();
                Runtime.getRuntime().halt(1);
            }
        }));
        RandomEdits edits = new RandomEdits(seed);
        Random random = new Random(seed);
        try (LuceneSearchIndex index = LuceneSearchIndex.in(folder, 1)) {
            for (int number = 1; number <= EDITS; number++) {
                if (random.nextInt(40) == 0) {
                    edits.build(index, number);
                } else {
                    edits.tell(index, number);
                }
                if (random.nextInt(10) == 0) {
                    index.flush();
                    System.out.println("kept " + number);
                }
            }
        }
        System.out.println("steps " + steps);
    }
}
