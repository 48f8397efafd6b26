// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A folder that is there as a whole or not at all: it grows under a hidden name beside its place. */
final class ExportFolder implements AutoCloseable {
    private final Path place;
    private final Path growing;
    private boolean finished;

    private ExportFolder(Path place, Path growing) {
        this.place = place;
        this.growing = growing;
    }

    static ExportFolder beside(Path folder) throws IOException {
        Path place = folder.toAbsolutePath().normalize();
        Path parent = place.getParent();
        if (parent == null) {
            throw new FileAlreadyExistsException(place.toString());
        }
        requireFree(place);
        return new ExportFolder(place, Files.createTempDirectory(parent, ".export-"));
    }

    void write(String path, String text) throws IOException {
        Files.writeString(made(path), text, StandardCharsets.UTF_8);
    }

    void write(String path, InputStream bytes) throws IOException {
        Files.copy(bytes, made(path));
    }

    /** Moves it to its place, unless somebody has put something there meanwhile. */
    void finish() throws IOException {
        requireFree(place);
        Files.deleteIfExists(place);
        Files.move(growing, place);
        finished = true;
    }

    @Override
    public void close() throws IOException {
        if (!finished) {
            Files.walkFileTree(growing, new Removing());
        }
    }

    private Path made(String path) throws IOException {
        Path file = growing.resolve(path);
        Path folder = file.getParent();
        if (folder == null || !file.normalize().equals(file) || !file.startsWith(growing)) {
            throw new IOException("A name leads out of the folder");
        }
        Files.createDirectories(folder);
        return file;
    }

    private static void requireFree(Path place) throws IOException {
        if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> within = Files.newDirectoryStream(place)) {
                if (within.iterator().hasNext()) {
                    throw new FileAlreadyExistsException(place.toString());
                }
            }
        } else if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(place.toString());
        }
    }

    private static final class Removing extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
            if (e != null) {
                throw e;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
