// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.content.MediaTypeDetector;
import dev.portalblocks.core.model.DeclaredBytes;
import dev.portalblocks.core.model.PortalException.ContentRejected;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an upload on their way into the store: keeps their beginning for who tells their type, refuses them as
 * soon as they are more or fewer than was declared, and says with each read that they are alive.
 *
 * <p>For one thread; does not close the source.
 */
final class ArrivingBytes extends InputStream {
    private final InputStream source;
    private final @Nullable Long declaredSize;
    private final Runnable alive;
    private byte[] head = new byte[1024];
    private long size;

    ArrivingBytes(InputStream source, @Nullable DeclaredBytes declared, Runnable alive) {
        this.source = source;
        this.declaredSize = declared == null ? null : declared.size();
        this.alive = alive;
    }

    @Override
    public int read() throws IOException {
        alive.run();
        int one = source.read();
        if (one >= 0) {
            keepHead(new byte[] {(byte) one}, 0, 1);
            size++;
        }
        requireDeclared(one < 0);
        return one;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        alive.run();
        int count = source.read(buffer, from, length);
        if (count > 0) {
            keepHead(buffer, from, count);
            size += count;
        }
        requireDeclared(count < 0);
        return count;
    }

    /** Returns the beginning of what has arrived. */
    byte[] head() {
        return Arrays.copyOf(head, (int) Math.min(size, MediaTypeDetector.HEAD_BYTES));
    }

    private void keepHead(byte[] buffer, int from, int count) {
        if (size < MediaTypeDetector.HEAD_BYTES) {
            int kept = (int) Math.min(count, MediaTypeDetector.HEAD_BYTES - size);
            int needed = (int) size + kept;
            if (needed > head.length) {
                head = Arrays.copyOf(head, Math.min(MediaTypeDetector.HEAD_BYTES, Math.max(needed, 2 * head.length)));
            }
            System.arraycopy(buffer, from, head, (int) size, kept);
        }
    }

    private void requireDeclared(boolean ended) {
        if (declaredSize != null && (size > declaredSize || (ended && size < declaredSize))) {
            throw new ContentRejected("content.size-mismatch");
        }
    }
}
