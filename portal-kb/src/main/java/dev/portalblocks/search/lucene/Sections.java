// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.model.TextSection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps with a document where its sections begin: a line for each, its start and its anchor. */
final class Sections {
    private static final String BETWEEN = " ";

    private Sections() {}

    /** Returns what is kept. */
    static String written(List<TextSection> sections) {
        StringBuilder lines = new StringBuilder();
        sections.forEach(section -> lines.append(section.start())
                .append(BETWEEN)
                .append(section.anchor())
                .append('\n'));
        return lines.toString();
    }

    /** Returns the anchor of the section in which a character stands; null before the first. */
    static @Nullable String anchorAt(String written, int character) {
        String anchor = null;
        for (String line : written.lines().toList()) {
            int end = line.indexOf(BETWEEN);
            if (Integer.parseInt(line.substring(0, end)) > character) {
                return anchor;
            }
            anchor = line.substring(end + BETWEEN.length());
        }
        return anchor;
    }
}
