// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/**
 * Collects the best documents by what finds them, and a few more: those whose score is that of the last one but for the order in which
 * Lucene added it up. It may skip what can't be among them.
 */
final class Candidates extends SimpleCollector {
    /** Relatively more than what adding up in another order changes. */
    private static final float MARGIN = 1e-5f;

    private final int wanted;
    private final long today;
    private int[] documents;
    private float[] scores;
    private int size;
    private float least;
    private boolean isCut;
    private int base;
    private @Nullable Scorable scorer;
    private @Nullable Signals signals;

    /** Collects so many; their signals count as of this day. */
    Candidates(int wanted, long today) {
        this.wanted = wanted;
        this.today = today;
        documents = new int[2 * wanted];
        scores = new float[2 * wanted];
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.TOP_SCORES;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        base = leaf.docBase;
        signals = Signals.of(leaf.reader(), today);
    }

    @Override
    public void setScorer(Scorable scorable) throws IOException {
        scorer = scorable;
        demandLeast(scorable);
    }

    @Override
    public void collect(int document) throws IOException {
        Scorable own = scorer;
        if (own == null || signals == null) {
            throw new IllegalStateException("Lucene names the segment and the scorer first");
        }
        float bare = own.score();
        if (bare * Signals.MOST < least) {
            return;
        }
        float score = bare * signals.factor(document);
        if (score >= least) {
            documents[size] = base + document;
            scores[size] = score;
            size++;
            if (size == documents.length) {
                cut();
                demandLeast(own);
            }
        }
    }

    private void demandLeast(Scorable own) throws IOException {
        if (least > 0) {
            own.setMinCompetitiveScore(least / Signals.MOST * (1 - MARGIN));
        }
    }

    /** Drops what is not among the best; where very many are equal, room is made for them. */
    private void cut() {
        least = nth(Arrays.copyOf(scores, size), wanted) * (1 - MARGIN);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (scores[i] >= least) {
                documents[kept] = documents[i];
                scores[kept] = scores[i];
                kept++;
            }
        }
        isCut = true;
        size = kept;
        if (size > documents.length - wanted / 2) {
            documents = Arrays.copyOf(documents, 2 * size);
            scores = Arrays.copyOf(scores, 2 * size);
        }
    }

    /** Returns the {@code n}th of these numbers, the greatest being the first; sorts them. */
    static float nth(float[] numbers, int n) {
        Arrays.sort(numbers);
        return numbers[numbers.length - n];
    }

    /** Returns the documents in their order. */
    int[] documents() {
        if (size > wanted) {
            cut();
        }
        int[] found = Arrays.copyOf(documents, size);
        Arrays.sort(found);
        return found;
    }

    /** Returns whether there may be more that were not collected. */
    boolean areSome() {
        return isCut;
    }
}
