// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Short names, {@code c1}, in the order in which things are made: the model's names, and those of the portal's ids. */
final class Names {
    private final Map<String, List<String>> made = new TreeMap<>();

    /** Returns the name of one more thing of this kind. */
    String next(String kind) {
        List<String> all = made.computeIfAbsent(kind, unknown -> new ArrayList<>());
        String name = kind + (all.size() + 1);
        all.add(name);
        return name;
    }

    /** Returns the names of this kind so far. */
    List<String> all(String kind) {
        return made.getOrDefault(kind, List.of());
    }
}
