// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import org.jspecify.annotations.Nullable;

/**
 * How the articles of one owner are. What counts are articles of which readers see something now or will, as planned; one with several
 * reasons counts at each.
 *
 * @param owner the login of who answers for them; null for those that nobody answers for
 * @param articles how many there are
 * @param overdue of how many the day of review is over
 * @param outdated how many have an outdated translation
 * @param unchanged how many nobody changed for too long
 * @param unhelpful how many helped too few
 * @param unseen how many nobody saw for too long; 0 where that was not asked for
 */
public record OwnerHealth(
        @Nullable String owner, int articles, int overdue, int outdated, int unchanged, int unhelpful, int unseen) {}
