// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning.model;

/**
 * An entry of the list of what to write next.
 *
 * @param gap what was asked
 * @param weight what the searches weigh together: each that a message followed 3; that found nothing because nothing is there,
 *     or in another language only, 2; because it is for others, or whose hits nobody opened, 1. One that found nothing and
 *     then cost a message weighs both
 * @param advice what would help most
 */
public record WriteNext(QueryGap gap, long weight, Advice advice) {}
