// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Sources of bytes that do what a test wants to see a store cope with. */
final class Sources {
    private Sources() {}

    static InputStream of(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /** Never ends, and gives one byte at a time whatever it is asked for. */
    static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int from, int length) {
                buffer[from] = 'x';
                return 1;
            }
        };
    }

    /** Does something each time the store comes back for more, the last time when there is no more. */
    static InputStream interrupted(byte[] bytes, Action beforeEachRead) {
        return new FilterInputStream(of(bytes)) {
            @Override
            public int read() throws IOException {
                beforeEachRead.act();
                return super.read();
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                beforeEachRead.act();
                return super.read(buffer, from, length);
            }
        };
    }

    /** Does something each time the source says that there is no more, before the store hears of it. */
    static InputStream atEnd(InputStream source, Action atEnd) {
        return new FilterInputStream(source) {
            @Override
            public int read() throws IOException {
                int next = super.read();
                if (next < 0) {
                    atEnd.act();
                }
                return next;
            }

            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                int count = super.read(buffer, from, length);
                if (count < 0) {
                    atEnd.act();
                }
                return count;
            }
        };
    }

    /** What is done while a store reads. */
    interface Action {
        void act() throws IOException;
    }
}
