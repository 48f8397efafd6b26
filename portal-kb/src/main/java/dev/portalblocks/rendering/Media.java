// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.util.Map;
import org.commonmark.node.CustomBlock;

/** A video or a sound by reference; the blocks inside are its transcript. */
final class Media extends CustomBlock {
    private final String kind;
    private final Map<String, String> attributes;
    private boolean closed;

    Media(String kind, Map<String, String> attributes) {
        this.kind = kind;
        this.attributes = Map.copyOf(attributes);
    }

    /** Returns {@code video} or {@code audio}. */
    String kind() {
        return kind;
    }

    /** Returns {@code src}, {@code captions}, {@code lang}, {@code title} or {@code poster} as written; empty for none. */
    String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    /** Returns whether the line was there that ends it. */
    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
    }

    boolean isVideo() {
        return kind.equals("video");
    }
}
