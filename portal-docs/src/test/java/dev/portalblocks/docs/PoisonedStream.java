// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import java.io.InputStream;

/** Remembers whether anybody has read. */
final class PoisonedStream extends InputStream {
    boolean wasRead;

    @Override
    public int read() {
        wasRead = true;
        return -1;
    }

    @Override
    public int read(byte[] buffer, int from, int length) {
        return read();
    }
}
