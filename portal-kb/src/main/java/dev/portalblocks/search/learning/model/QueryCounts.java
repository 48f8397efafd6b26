// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning.model;

/**
 * How often something was asked, and what came of it. Each search that found nothing is counted under one reason: the last
 * condition that had to fall before there was a hit, of the reader's filter, then their language, then their audience.
 *
 * @param asked how often; further pages, and what was still being typed, are not counted
 * @param nothingThere how often nothing was found, and there is nothing for anybody
 * @param otherAudience how often nothing was found, and there is something for others
 * @param otherLanguage how often nothing was found, and there is something for the reader in another language
 * @param filtered how often nothing was found, and there is something outside of the filter
 * @param unopened how often something was found, and nothing of it was opened within thirty minutes
 * @param followed how often a message to the company followed within thirty minutes, whatever was found
 */
public record QueryCounts(
        long asked,
        long nothingThere,
        long otherAudience,
        long otherLanguage,
        long filtered,
        long unopened,
        long followed) {
    private static final QueryCounts NONE = new QueryCounts(0, 0, 0, 0, 0, 0, 0);

    /** Returns no search at all. */
    public static QueryCounts none() {
        return NONE;
    }

    /** Returns how often nothing was found, for whatever reason. */
    public long foundNothing() {
        return nothingThere + otherAudience + otherLanguage + filtered;
    }

    /** Returns both together. */
    public QueryCounts plus(QueryCounts more) {
        return new QueryCounts(
                asked + more.asked,
                nothingThere + more.nothingThere,
                otherAudience + more.otherAudience,
                otherLanguage + more.otherLanguage,
                filtered + more.filtered,
                unopened + more.unopened,
                followed + more.followed);
    }

    /** Returns the sum of these counts, each times what the other says of it. */
    public long weighedBy(QueryCounts weights) {
        return asked * weights.asked
                + nothingThere * weights.nothingThere
                + otherAudience * weights.otherAudience
                + otherLanguage * weights.otherLanguage
                + filtered * weights.filtered
                + unopened * weights.unopened
                + followed * weights.followed;
    }
}
