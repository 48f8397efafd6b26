// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.answer;

import java.util.List;

/**
 * What answers a question; often nothing does, and then it says so.
 *
 * @param passages the best first; empty where nothing fits
 */
public record SuggestedAnswers(List<AnswerPassage> passages) {
    private static final SuggestedAnswers NOTHING = new SuggestedAnswers(List.of());

    /** Copies the passages. */
    public SuggestedAnswers {
        passages = List.copyOf(passages);
    }

    /** Returns that nothing fits. */
    public static SuggestedAnswers nothing() {
        return NOTHING;
    }
}
