// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.file.FileContentStore;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileContentStoreTest implements ContentStoreContract {
    @TempDir
    private Path directory;

    @Override
    public ContentStore store() {
        return FileContentStore.in(directory);
    }
}
