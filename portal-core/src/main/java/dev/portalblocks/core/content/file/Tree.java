// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Walks directories without holding their names, while others add and remove. */
final class Tree {
    private Tree() {}

    /** What is done with a file. */
    interface Visit {
        void visit(Path file) throws IOException;
    }

    /** Visits what lies {@code depth} directories below this one, in no order; what is not there has no files. */
    static void files(Path directory, int depth, Visit visit) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                if (depth > 0) {
                    files(entry, depth - 1, visit);
                } else {
                    visit.visit(entry);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            // Never written to, or put here by somebody else.
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }
}
