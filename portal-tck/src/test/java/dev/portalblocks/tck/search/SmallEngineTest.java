// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.search.spi.SearchIndex;

/** The floors of relevance can be reached without Lucene and its lists. */
class SmallEngineTest implements SearchRelevanceContract {
    @Override
    public SearchIndex index() {
        return new SmallEngine();
    }
}
