// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an article or an FAQ entry says.
 *
 * @param language the first language
 * @param texts what it says in which language
 * @param audiences for whom
 * @param categories names of categories
 * @param assets names of pictures
 */
record Content(
        String language,
        Map<String, String> texts,
        Set<String> audiences,
        Set<String> categories,
        List<String> assets) {
    Content {
        texts = new TreeMap<>(texts);
        audiences = new TreeSet<>(audiences);
        categories = new TreeSet<>(categories);
        assets = List.copyOf(assets);
    }

    Content in(Set<String> places) {
        return new Content(language, texts, audiences, places, assets);
    }

    /** Returns the language that a reader is served: theirs, else German, else the first. */
    String served(@Nullable String wanted) {
        if (wanted != null && texts.containsKey(wanted)) {
            return wanted;
        }
        return texts.containsKey("de") ? "de" : language;
    }

    /** Returns whether somebody who read the other one may read this no longer. */
    boolean takesFrom(Content other) {
        return other.audiences.stream().anyMatch(audience -> !audiences.contains(audience))
                || other.texts.keySet().stream().anyMatch(tongue -> !texts.containsKey(tongue));
    }

    List<String> languages() {
        return Stream.concat(Stream.of(language), texts.keySet().stream().filter(other -> !other.equals(language)))
                .toList();
    }
}
