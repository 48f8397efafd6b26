// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content;

import dev.portalblocks.core.crypto.Sha256;
import dev.portalblocks.core.model.PortalException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

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
        this.digest = Sha256.begin();
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
        return new StoredBytes(size, Sha256.hex(digest));
    }

    /** A source that breaks its contract and reads nothing must not be asked for ever: a single byte has to come. */
    private int nextByte(byte[] buffer) throws IOException {
        int one = source.read();
        if (one < 0) {
            return -1;
        }
        buffer[0] = (byte) one;
        return 1;
    }

    private int next(byte[] buffer) {
        try {
            int count = source.read(buffer);
            return count == 0 ? nextByte(buffer) : count;
        } catch (IOException e) {
            PortalException rejected = new PortalException.ContentRejected("content.source-failed");
            rejected.addSuppressed(e);
            throw rejected;
        }
    }
}
