// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.spi.SearchIndex;

class RelevantLuceneIndexTest implements SearchRelevanceContract {
    @Override
    public SearchIndex index() {
        return LuceneSearchIndex.inMemory();
    }
}
