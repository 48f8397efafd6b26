// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.search.spi.SearchIndex;

/** Has an index to be filled with a golden set; implemented by way of {@link SearchRelevanceContract}. */
interface GoldenEngine {
    /** Returns an index without a tenant. */
    SearchIndex index();
}
