// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.model.PortalException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/** Names what a disk says no to. */
final class IndexFailures {
    private IndexFailures() {}

    /** Returns the failure to throw: the codes are those of {@link LuceneSearchIndex}. */
    static PortalException named(Exception failure) {
        return new PortalException.StorageFailure(code(failure), true, failure);
    }

    private static String code(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String named = codeOf(cause);
            if (named != null) {
                return named;
            }
        }
        return "search.index-failed";
    }

    private static @Nullable String codeOf(Throwable cause) {
        if (cause instanceof LockObtainFailedException) {
            return "search.index-locked";
        }
        if (cause instanceof AccessDeniedException || cause instanceof ReadOnlyFileSystemException) {
            return "search.index-read-only";
        }
        if (cause instanceof IOException || cause instanceof AlreadyClosedException) {
            return ofSystem(cause);
        }
        return null;
    }

    /** The system's own words: Java has no type for them. */
    private static @Nullable String ofSystem(Throwable cause) {
        String reason = cause instanceof FileSystemException said ? said.getReason() : cause.getMessage();
        String words = reason == null ? "" : reason.toLowerCase(Locale.ROOT);
        if (words.contains("no space left") || words.contains("not enough space") || words.contains("quota exceeded")) {
            return "search.index-full";
        }
        return words.contains("read-only file system") ? "search.index-read-only" : null;
    }
}
