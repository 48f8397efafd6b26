// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.content.StoredBytes;
import dev.portalblocks.core.crypto.Sha256;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * Reads stored bytes and checks on the way that they are those that were written. Where they are not, a failure comes in
 * place of the last piece or of the end, each time it is asked for.
 */
final class CheckedBytes extends InputStream {
    private final InputStream bytes;
    private final StoredBytes expected;
    private final MessageDigest digest = Sha256.begin();
    private long size;
    private boolean sound;

    CheckedBytes(InputStream bytes, StoredBytes expected) {
        this.bytes = bytes;
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int count = bytes.read(buffer, from, length);
        if (count < 0) {
            requireSound();
            return count;
        }
        size += count;
        if (size > expected.size()) {
            throw damaged();
        }
        digest.update(buffer, from, count);
        if (size == expected.size()) {
            requireSound(); // before the last piece is out: who knows the size reads no further
        }
        return count;
    }

    @Override
    public int available() throws IOException {
        return bytes.available();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private void requireSound() {
        if (!sound) {
            String sha256 = Sha256.hex(digest);
            sound = expected.equals(new StoredBytes(size, sha256));
        }
        if (!sound) {
            throw damaged();
        }
    }

    private static PortalException damaged() {
        return new StorageFailure("content.damaged", false, null);
    }
}
