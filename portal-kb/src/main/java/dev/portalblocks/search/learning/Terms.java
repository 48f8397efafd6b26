// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning;

import dev.portalblocks.core.model.LanguageTag;
import java.time.Duration;
import java.util.List;

/**
 * How it is learned.
 *
 * @param room how many searches and signs wait at most
 * @param seldom how often a query has to come to be shown
 * @param kept how long counts are kept
 * @param keptSeldom how long counts are kept of what comes too seldom
 * @param languages in which it is looked whether there would have been something
 */
record Terms(int room, long seldom, Duration kept, Duration keptSeldom, List<LanguageTag> languages) {}
