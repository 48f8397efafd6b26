// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.kb.model.Category;
import dev.portalblocks.kb.model.CategoryId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The file that holds the tree of categories: each one's keys from the top and its names, parents first. */
final class CategoryFile {
    static final String FILE = "categories.yml";
    static final String CATEGORIES = "categories";
    static final String KEYS = "keys";
    static final String NAMES = "names";

    private CategoryFile() {}

    /** Returns the file of these, siblings in their order here. */
    static String of(List<Category> all) {
        List<Place> top = new ArrayList<>();
        Map<CategoryId, List<Category>> within = new HashMap<>();
        for (Category category : all) {
            if (category.parent() == null) {
                top.add(new Place(List.of(category.key()), category));
            } else {
                within.computeIfAbsent(category.parent(), id -> new ArrayList<>())
                        .add(category);
            }
        }
        YamlText text = new YamlText().line(CATEGORIES + ":" + (all.isEmpty() ? " []" : ""));
        Deque<Place> open = new ArrayDeque<>(top);
        while (!open.isEmpty()) {
            Place next = open.pop();
            text.line("  - " + KEYS + ": " + YamlText.list(next.keys()))
                    .line("    " + NAMES + ": "
                            + YamlText.map(names(next.category().name())));
            List<Category> below = within.getOrDefault(next.category().id(), List.of());
            for (int i = below.size() - 1; i >= 0; i--) {
                open.push(next.with(below.get(i)));
            }
        }
        return text.toString();
    }

    private static List<Map.Entry<String, String>> names(LocalizedText name) {
        return name.texts().entrySet().stream()
                .map(text -> Map.entry(text.getKey().value(), text.getValue()))
                .toList();
    }

    private record Place(List<String> keys, Category category) {
        private Place with(Category child) {
            List<String> more = new ArrayList<>(keys);
            more.add(child.key());
            return new Place(more, child);
        }
    }
}
