// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.download;

import java.io.IOException;
import java.io.OutputStream;

/** An article as a file, whole before its first byte is written. Immutable and thread-safe. */
public final class ArticleFile {
    private final String name;
    private final String mediaType;
    private final byte[] bytes;

    private ArticleFile(String name, String mediaType, byte[] bytes) {
        this.name = name;
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    /** Returns a file with a copy of these bytes. */
    public static ArticleFile of(String name, String mediaType, byte[] bytes) {
        return new ArticleFile(name, mediaType, bytes.clone());
    }

    /** Returns a name that every file system takes, 180 bytes of UTF-8 at most: the article's title with an ending. */
    public String name() {
        return name;
    }

    /** Returns its type, {@code application/pdf}. */
    public String mediaType() {
        return mediaType;
    }

    /** Returns the number of its bytes. */
    public long size() {
        return bytes.length;
    }

    /** Writes the bytes, and leaves the stream open. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }
}
