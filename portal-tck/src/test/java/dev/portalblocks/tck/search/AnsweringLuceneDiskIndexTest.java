// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.spi.AnsweringIndex;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class AnsweringLuceneDiskIndexTest implements AnsweringIndexContract {
    @TempDir
    private Path directory;

    @Override
    public AnsweringIndex index() {
        return LuceneSearchIndex.in(directory);
    }
}
