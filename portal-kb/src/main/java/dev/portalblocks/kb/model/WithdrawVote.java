// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

/**
 * Takes back what a customer said of an article.
 *
 * @param article which article
 * @param revision about which of its revisions
 */
public record WithdrawVote(
        @NotNull ArticleId article, @Positive long revision) {
    /** Returns the command for a vote. */
    public static WithdrawVote of(GivenFeedback vote) {
        return new WithdrawVote(vote.article(), vote.revision());
    }
}
