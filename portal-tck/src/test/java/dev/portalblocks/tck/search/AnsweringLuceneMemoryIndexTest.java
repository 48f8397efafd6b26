// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.spi.AnsweringIndex;

class AnsweringLuceneMemoryIndexTest implements AnsweringIndexContract {
    @Override
    public AnsweringIndex index() {
        return LuceneSearchIndex.inMemory();
    }
}
