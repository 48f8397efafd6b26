// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content.file;

import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.content.MeasuredSource;
import dev.portalblocks.core.content.StoredBytes;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps bytes in the files of a directory. A write streams through 64 KiB into a file of a temporary name, forces it to
 * the disk, gives it its name, forces the directory, and only then returns; so whatever it acknowledged outlasts a power
 * cut, as far as disk and file system keep their word.
 *
 * <p>A process that is killed may leave files of temporary names, which nobody can open; {@code delete} takes away those
 * of its reference, {@link #removeAbandoned} all. {@code list} reads the names of all of a tenant's files for each page. File systems without hard links are
 * for one process at a time; elsewhere several may share the directory.
 *
 * <p>Storage that fails throws {@code StorageFailure} {@code content.storage-failed}. Thread-safe.
 */
public final class FileContentStore implements ContentStore {
    private final Layout layout;
    private final FileSteps steps;
    private final DurableDirectories directories;

    FileContentStore(Path directory, FileSteps steps) {
        this.layout = new Layout(directory.toAbsolutePath().normalize());
        this.steps = steps;
        this.directories = new DurableDirectories(steps);
        try {
            directories.makeRoot(layout.root());
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Returns the store in this directory, which is made if it is missing. */
    public static FileContentStore in(Path directory) {
        return new FileContentStore(directory, new FileSteps());
    }

    @Override
    public StoredBytes write(TenantId tenant, ContentRef ref, InputStream source, long limit) {
        Path directory = layout.directory(tenant, ref);
        Path target = layout.file(tenant, ref);
        MeasuredSource measured = new MeasuredSource(source, limit);
        try {
            // Spares the upload where the answer is known already; the one that counts comes from the rename.
            if (Files.exists(target)) {
                throw new PortalException.Conflict("content.exists");
            }
            try (TemporaryFile temporary = begin(target, directory)) {
                temporary.fill(measured);
                steps.force(temporary.channel());
                steps.rename(temporary.path(), target);
            }
            forceName(target, directory);
            return measured.measured();
        } catch (FileAlreadyExistsException e) {
            throw new PortalException.Conflict("content.exists");
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** A directory that was made before may have been tidied away since, being empty: then it is made again. */
    private TemporaryFile begin(Path target, Path directory) throws IOException {
        directories.make(directory);
        try {
            return TemporaryFile.beside(target);
        } catch (NoSuchFileException e) {
            directories.forget(directory);
            directories.make(directory);
            return TemporaryFile.beside(target);
        }
    }

    private void forceName(Path target, Path directory) throws IOException {
        try {
            steps.forceDirectory(directory);
        } catch (IOException e) {
            // Not acknowledged, so it must not stay either.
            Files.deleteIfExists(target);
            throw e;
        }
    }

    @Override
    public Optional<InputStream> open(TenantId tenant, ContentRef ref) {
        try {
            return Optional.of(Files.newInputStream(layout.file(tenant, ref)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public boolean delete(TenantId tenant, ContentRef ref) {
        Path file = layout.file(tenant, ref);
        try {
            // First what a write would still rename, so that it fails; its complete file may be there by then.
            boolean wasBegun = TemporaryFile.deleteAll(file);
            boolean wasThere = Files.deleteIfExists(file);
            if (wasBegun || wasThere) {
                steps.forceDirectory(layout.directory(tenant, ref));
            }
            return wasThere;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    @Override
    public List<ContentRef> list(TenantId tenant, @Nullable ContentRef after, int limit) {
        FirstNames names = new FirstNames(after == null ? "" : after.toString(), limit);
        try {
            Tree.files(layout.directory(tenant), 1, file -> {
                if (Layout.isContent(file)) {
                    names.offer(file.getFileName().toString());
                }
            });
        } catch (IOException e) {
            throw failure(e);
        }
        return names.refs();
    }

    /**
     * Removes the files of temporary names that nobody has written to since an instant, and returns how many. An operator
     * calls it after the database was set back to a backup: before, the sweep finds such files by the rows of their
     * references. Choose an instant longer ago than any upload ever pauses: the write whose file is taken fails with {@code
     * StorageFailure} and leaves nothing.
     */
    public int removeAbandoned(Instant olderThan) {
        int[] removed = {0};
        try {
            Tree.files(layout.root(), 2, file -> {
                if (Layout.isTemporary(file) && TemporaryFile.isOlder(file, olderThan) && Files.deleteIfExists(file)) {
                    removed[0]++;
                }
            });
        } catch (IOException e) {
            throw failure(e);
        }
        return removed[0];
    }

    private static PortalException failure(IOException cause) {
        return new PortalException.StorageFailure("content.storage-failed", false, cause);
    }
}
