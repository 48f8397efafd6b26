// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

/**
 * What a word counts beside its own place in the text: elsewhere, and by what is only like it.
 *
 * @param part a part of a compound, beside the whole
 * @param meaning what else an everyday word means, beside the word
 * @param title what it counts once more in the title
 * @param heading what it counts once more in a heading
 * @param tag what it counts once more as a tag
 * @param root its root, beside the word
 * @param phrase two words that follow each other as in the query, beside a word
 * @param near two words that stand near each other
 * @param gram four letters that words have in common, beside a word
 */
record WordWeights(
        float part,
        float meaning,
        float title,
        float heading,
        float tag,
        float root,
        float phrase,
        float near,
        float gram) {
    /** What every index weighs by; {@code benchmarks/run weights} says how they were chosen. */
    static final WordWeights CHOSEN = new WordWeights(0.3f, 1, 0.7f, 0.5f, 0.7f, 0.4f, 0.14f, 0.07f, 0.14f);
}
