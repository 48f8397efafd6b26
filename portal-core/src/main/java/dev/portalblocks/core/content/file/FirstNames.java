// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.content.file;

import dev.portalblocks.core.model.ContentRef;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** Of names that come in any order, keeps the first few behind a given one. */
final class FirstNames {
    private final TreeSet<String> names = new TreeSet<>();
    private final String after;
    private final int limit;

    FirstNames(String after, int limit) {
        this.after = after;
        this.limit = limit;
    }

    void offer(String name) {
        if (name.compareTo(after) > 0) {
            names.add(name);
            if (names.size() > limit) {
                names.pollLast();
            }
        }
    }

    List<ContentRef> refs() {
        return names.stream().map(name -> ContentRef.of(UUID.fromString(name))).toList();
    }
}
