// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.spi.SearchIndex;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class LuceneDiskIndexTest implements SearchIndexContract {
    @TempDir
    private Path directory;

    @Override
    public SearchIndex index() {
        return LuceneSearchIndex.in(directory);
    }
}
