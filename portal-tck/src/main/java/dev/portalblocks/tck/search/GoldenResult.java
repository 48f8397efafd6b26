// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.ObjectRef;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was found for some golden questions.
 *
 * @param answers one for each question, in their order
 */
record GoldenResult(List<Answered> answers) {
    /** How many hits somebody looks at. */
    static final int LOOKED_AT = 10;

    /**
     * What was found for one.
     *
     * @param question what was asked
     * @param found the first {@link #LOOKED_AT} hits
     */
    record Answered(GoldenQuestion question, List<ObjectRef> found) {
        boolean isOnTop() {
            return place() == 1;
        }

        /** Returns where the right text stands, from 1; 0 when it is not among them. */
        int place() {
            return found.indexOf(question.right()) + 1;
        }

        @Override
        public String toString() {
            return "'" + question.text() + "' wants " + question.right().id()
                    + (place() == 0 ? ", which is not among the first ten" : ", which comes as number " + place())
                    + "; on top: "
                    + found.stream().limit(3).map(ObjectRef::id).toList();
        }
    }

    /** Returns the share of questions whose right text is the first hit: P@1. */
    double onTop() {
        return share(answers.stream().filter(Answered::isOnTop).count());
    }

    /** Returns the share of questions whose right text is among the first ten: R@10, as each has one. */
    double amongTen() {
        return share(answers.stream().filter(answer -> answer.place() > 0).count());
    }

    /** Fails with the questions that were not answered by the first hit, unless both shares are at least these. */
    void reaches(double precision, double recall) {
        assertThat(onTop() >= precision && amongTen() >= recall)
                .as(
                        "P@1 is %s and has to be %.2f, R@10 is %s and has to be %.2f; not on top are:%n%s",
                        percent(onTop()), precision, percent(amongTen()), recall, missed())
                .isTrue();
    }

    private String missed() {
        return answers.stream()
                .filter(answer -> !answer.isOnTop())
                .map(answer -> "  " + answer)
                .collect(Collectors.joining("\n"));
    }

    private double share(long some) {
        return answers.isEmpty() ? 0 : some / (double) answers.size();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", share);
    }
}
