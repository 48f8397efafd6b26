// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.LanguageTag;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How two contents of an article differ.
 *
 * @param texts how the texts differ, by the languages in which they do
 * @param categories ids of categories
 * @param tags words that it is filed under
 * @param audiences for whom it is, as tokens
 * @param assets paths of pictures and files; one of which the bytes are others is removed and added
 */
public record ContentDifference(
        Map<LanguageTag, TextDifference> texts,
        ValueDifference categories,
        ValueDifference tags,
        ValueDifference audiences,
        ValueDifference assets) {
    /** Copies the map; empty when JSON names none. */
    public ContentDifference {
        texts = texts == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(texts));
    }
}
