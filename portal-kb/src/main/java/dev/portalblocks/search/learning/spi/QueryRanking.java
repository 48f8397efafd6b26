// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning.spi;

import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.search.learning.model.QueryCounts;

/**
 * Which queries are wanted, and which of them first.
 *
 * @param firstDay the first day, in UTC, counted from 1 January 1970
 * @param lastDay the last day
 * @param atLeast how often a query has to have come in these days, 1 or more
 * @param weights what each count weighs, 0 to 100
 */
public record QueryRanking(
        @NotPersonal("a question, never stored") long firstDay,
        @NotPersonal("a question, never stored") long lastDay,
        @NotPersonal("a question, never stored") long atLeast,
        @NotPersonal("a question, never stored") QueryCounts weights) {}
