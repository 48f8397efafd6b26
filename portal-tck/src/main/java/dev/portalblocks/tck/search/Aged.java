// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.spi.SearchChange;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A golden set of which every other text is five years old, and the rest of yesterday. */
final class Aged {
    /** What is asked: questions whose right text is clear. */
    static final List<String> GROUPS = List.of("forms", "umlauts", "sentences");

    private static final Duration OLD = Duration.ofDays(5 * 365);
    private static final Duration NEW = Duration.ofDays(1);

    private final GoldenSet set;
    private final Set<ObjectRef> old = new HashSet<>();

    Aged(GoldenSet set) {
        this.set = set;
        for (int i = 0; i < set.documents().size(); i += 2) {
            old.add(set.documents().get(i).object());
        }
    }

    boolean isOld(ObjectRef object) {
        return old.contains(object);
    }

    List<SearchChange> changes() {
        return set.documents().stream()
                .map(document -> GoldenSet.change(aged(document)))
                .toList();
    }

    private SearchDocument aged(SearchDocument document) {
        Duration age = isOld(document.object()) ? OLD : NEW;
        return new SearchDocument(
                document.object(),
                document.language(),
                document.languages(),
                document.audiences(),
                document.title(),
                document.text(),
                document.facts().changed(Articles.NOON.minus(age)));
    }
}
