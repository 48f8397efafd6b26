// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks.search;

import java.util.List;
import java.util.Locale;

/** Sums over questions. For one thread. */
final class RankFigures {
    private int questions;
    private double first;
    private double reciprocal;
    private double recalled;
    private double gain;

    /** Adds a question's answer; returns the rank of its first right document, 0 where there is none. */
    int add(QuestionSet.Question question, List<String> found) {
        questions++;
        int rank = 0;
        double gained = 0;
        int right = 0;
        for (int i = 0; i < found.size(); i++) {
            if (question.relevant().contains(found.get(i))) {
                rank = rank == 0 ? i + 1 : rank;
                right++;
                gained += discount(i);
            }
        }
        double best = 0;
        for (int i = 0; i < Math.min(AskedSet.TEN, question.relevant().size()); i++) {
            best += discount(i);
        }
        first += rank == 1 ? 1 : 0;
        reciprocal += rank == 0 ? 0 : 1.0 / rank;
        recalled += (double) right / question.relevant().size();
        gain += gained / best;
        return rank;
    }

    private static double discount(int place) {
        return Math.log(2) / Math.log(place + 2);
    }

    double precisionAtOne() {
        return first / questions;
    }

    double reciprocalRank() {
        return reciprocal / questions;
    }

    double recall() {
        return recalled / questions;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "P@1 %.3f, MRR@10 %.3f, R@10 %.3f, nDCG@10 %.3f",
                precisionAtOne(),
                reciprocalRank(),
                recall(),
                gain / questions);
    }

    /** Returns the same as one object. */
    String json() {
        return String.format(
                Locale.ROOT,
                "{\"P@1\":%.4f,\"MRR@10\":%.4f,\"R@10\":%.4f,\"nDCG@10\":%.4f}",
                precisionAtOne(),
                reciprocalRank(),
                recall(),
                gain / questions);
    }
}
