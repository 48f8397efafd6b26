// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.List;

/** An index that weighs words as a measurement wants them weighed. */
public final class WeighedIndex {
    /** What is weighed, in the order of the numbers. */
    public static final List<String> NAMES =
            List.of("part", "meaning", "title", "heading", "tag", "root", "phrase", "near", "gram");

    private WeighedIndex() {}

    /** Returns what every index weighs by. */
    public static List<Float> chosen() {
        WordWeights chosen = WordWeights.CHOSEN;
        return List.of(
                chosen.part(),
                chosen.meaning(),
                chosen.title(),
                chosen.heading(),
                chosen.tag(),
                chosen.root(),
                chosen.phrase(),
                chosen.near(),
                chosen.gram());
    }

    /** Returns an index that is gone when it is closed, and weighs by these. */
    public static LuceneSearchIndex of(List<Float> weights) {
        return LuceneSearchIndex.inMemory(new WordWeights(
                weights.get(0),
                weights.get(1),
                weights.get(2),
                weights.get(3),
                weights.get(4),
                weights.get(5),
                weights.get(6),
                weights.get(7),
                weights.get(8)));
    }
}
