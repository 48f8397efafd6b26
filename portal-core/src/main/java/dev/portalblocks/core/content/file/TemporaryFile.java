// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content.file;

import dev.portalblocks.core.content.MeasuredSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * A file while it is written; closing removes its temporary name, whatever became of it.
 *
 * @param path its temporary name, beside the one that it is to get
 * @param channel open for writing
 */
record TemporaryFile(Path path, FileChannel channel) implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int FREE_NAMES = 8;

    /** Makes a new one under the first name that is free, also of what a killed process left. */
    static TemporaryFile beside(Path target) throws IOException {
        for (int attempt = 0; ; attempt++) {
            Path path = Layout.temporary(target, attempt);
            try {
                return new TemporaryFile(
                        path, FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
            } catch (FileAlreadyExistsException e) {
                // Somebody writes the same reference, or did until he was killed: the next name.
            }
        }
    }

    /**
     * Removes what was begun to be written beside the target, and returns whether there was any. Writers take the first
     * free name, so that a few names in a row which nobody has are the end.
     */
    static boolean deleteAll(Path target) throws IOException {
        boolean found = false;
        for (int attempt = 0, free = 0; free < FREE_NAMES; attempt++) {
            if (Files.deleteIfExists(Layout.temporary(target, attempt))) {
                found = true;
                free = 0;
            } else {
                free++;
            }
        }
        return found;
    }

    void fill(MeasuredSource source) throws IOException {
        OutputStream out = Channels.newOutputStream(channel);
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int count = source.read(buffer); count >= 0; count = source.read(buffer)) {
            out.write(buffer, 0, count);
        }
    }

    /** Returns whether nobody wrote to the file since; one that is gone is not. */
    static boolean isOlder(Path file, Instant than) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(than);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // What counts was forced before, and a name that stays is of the kind that removeAbandoned finds.
        }
    }
}
