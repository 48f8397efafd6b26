// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering.model;

import java.util.List;

/**
 * What a text became.
 *
 * @param html safe to stand inside a page's {@code body}: only elements, attributes and addresses of the allow-list
 * @param contents its headings in the order of the text; each anchor is in the HTML
 * @param plainText what a person reads, without marks; blocks stand on lines of their own
 */
public record Rendered(String html, List<ContentsEntry> contents, String plainText) {
    /** Copies the list. */
    public Rendered {
        contents = List.copyOf(contents);
    }
}
