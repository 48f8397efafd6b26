// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The steps whose order decides what a power cut leaves of a write. A class of its own so that a test can record them,
 * fail in one, or stop the process between two.
 */
class FileSteps {
    /** Returns when what was written to the file is on the disk, its length included. */
    void force(FileChannel file) throws IOException {
        file.force(true);
    }

    /**
     * Gives the bytes their name, at once and never in place of others; throws {@link FileAlreadyExistsException}. The
     * temporary name may stay beside it: POSIX {@code rename} would replace, {@code link} refuses.
     */
    void rename(Path temporary, Path target) throws IOException {
        try {
            Files.createLink(target, temporary);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            moveWhereLinksAreUnknown(temporary, target);
        }
    }

    /** On such file systems (FAT, some network mounts) only the writers of this store keep off each other. */
    private synchronized void moveWhereLinksAreUnknown(Path temporary, Path target) throws IOException {
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Returns when the names in the directory are on the disk. Elsewhere than on POSIX a directory can't be opened. */
    void forceDirectory(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
