// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Sources of bytes that do what a test wants to see an upload cope with. */
public final class Streams {
    private Streams() {}

    static InputStream of(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Does something before each read, the last time when there is no more. */
    public static InputStream atRead(InputStream source, Runnable act) {
        return new FilterInputStream(source) {
            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                act.run();
                return super.read(buffer, from, length);
            }
        };
    }

    /** Gives one byte with each read. */
    static InputStream oneByOne(String text) {
        return new FilterInputStream(of(text)) {
            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                return super.read(buffer, from, 1);
            }
        };
    }

    /** Breaks off where the text ends. */
    static InputStream broken(String text) {
        return new FilterInputStream(of(text)) {
            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                int count = super.read(buffer, from, length);
                if (count < 0) {
                    throw new IOException("connection lost");
                }
                return count;
            }
        };
    }

    /** Fails the test when it is read. */
    static InputStream untouched() {
        return atRead(of("x"), () -> {
            throw new AssertionError("A byte was read");
        });
    }
}
