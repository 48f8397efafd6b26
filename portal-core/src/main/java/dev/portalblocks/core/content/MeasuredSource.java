// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content;

import dev.portalblocks.core.model.PortalException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Reads a source for a {@link ContentStore}: counts and hashes what passes, and stops at the limit. It tells a failure
 * of the source from one of the storage, which a store that reads the source itself easily confuses.
 *
 * <p>For one thread; does not close the source.
 */
public final class MeasuredSource {
    private final InputStream source;
    private final long limit;
    private final MessageDigest digest;
    private long size;

    /** Reads this source, up to {@code limit} bytes. */
    public MeasuredSource(InputStream source, long limit) {
        this.source = source;
        this.limit = limit;
        this.digest = sha256();
    }

    /**
     * Fills the buffer, which is longer than 0, from its beginning and returns with how many bytes; -1 at the end.
     *
     * @throws PortalException.LimitExceeded {@code content.too-large}, when the source goes on behind the limit
     * @throws PortalException.ContentRejected {@code content.source-failed}, when the source throws an
     *     {@code IOException} (here the suppressed one); whatever else it throws passes unchanged
     */
    public int read(byte[] buffer) {
        int count = next(buffer);
        if (count < 0) {
            return count;
        }
        if (count > limit - size) {
            throw new PortalException.LimitExceeded("content.too-large", limit);
        }
        digest.update(buffer, 0, count);
        size += count;
        return count;
    }

    /** Returns size and hash of all that was read, once: call it behind the end. */
    public StoredBytes measured() {
        return new StoredBytes(size, HexFormat.of().formatHex(digest.digest()));
    }

    private int next(byte[] buffer) {
        try {
            return source.read(buffer);
        } catch (IOException e) {
            PortalException rejected = new PortalException.ContentRejected("content.source-failed");
            rejected.addSuppressed(e);
            throw rejected;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
