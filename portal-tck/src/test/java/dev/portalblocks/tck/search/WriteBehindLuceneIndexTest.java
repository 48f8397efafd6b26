// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.spi.WriteBehindIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is killed leaves the files that are there: a new process is started on a copy of them. */
class WriteBehindLuceneIndexTest implements WriteBehindIndexContract {
    @TempDir
    private Path directory;

    private @Nullable WriteBehindIndex index;
    private int copies;

    @Override
    public WriteBehindIndex index() {
        WriteBehindIndex opened = LuceneSearchIndex.in(directory.resolve("index"));
        index = opened;
        return opened;
    }

    @Override
    public WriteBehindIndex afterKill() {
        Path copy = directory.resolve("copy" + copies++);
        try (Stream<Path> files = Files.walk(directory.resolve("index"))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(directory.resolve("index").relativize(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return LuceneSearchIndex.in(copy);
    }

    @AfterEach
    void close() {
        if (index != null) {
            index.close();
        }
    }
}
