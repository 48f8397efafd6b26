// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes directories that outlast a power cut: a new one is there for good only when the one above it was forced.
 *
 * <p>Thread-safe.
 */
final class DurableDirectories {
    private final FileSteps steps;
    private final Set<Path> known = ConcurrentHashMap.newKeySet();

    DurableDirectories(FileSteps steps) {
        this.steps = steps;
    }

    /** Makes what is missing of the store's root. What was there before is not ours to force, nor its parent to read. */
    void makeRoot(Path root) throws IOException {
        Path parent = root.getParent();
        if (parent != null && !Files.isDirectory(root)) {
            makeRoot(parent);
            makeIfAbsent(root);
            steps.forceDirectory(parent);
        }
        known.add(root);
    }

    /** Makes what is missing between the root and the directory, the directory included. */
    void make(Path directory) throws IOException {
        Path parent = directory.getParent();
        if (parent == null || known.contains(directory)) {
            return;
        }
        make(parent);
        makeIfAbsent(directory);
        // Also where it was there already: who made it may not have forced it yet.
        steps.forceDirectory(parent);
        known.add(directory);
    }

    /** Doubts what is known of a directory and of all above it, but for the root. */
    void forget(Path directory) {
        Path parent = directory.getParent();
        if (parent != null && known.contains(parent)) {
            known.remove(directory);
            forget(parent);
        }
    }

    private static void makeIfAbsent(Path directory) throws IOException {
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) {
                throw new NotDirectoryException(directory.toString());
            }
        }
    }
}
