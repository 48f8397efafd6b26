// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.kb.model.Category;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.spi.StoredCategory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** By which keys the categories of a tenant are reached from the top. */
final class CategoryKeys {
    private final Map<CategoryId, Category> byId = new HashMap<>();

    private CategoryKeys(List<StoredCategory> all) {
        all.forEach(stored -> byId.put(stored.category().id(), stored.category()));
    }

    static CategoryKeys of(List<StoredCategory> all) {
        return new CategoryKeys(all);
    }

    /** Returns the keys of these, in the order of their texts; of what is gone nothing. */
    List<List<String>> of(Collection<CategoryId> categories) {
        return categories.stream()
                .filter(byId::containsKey)
                .map(this::keys)
                .sorted(Comparator.comparing(CategoryKeys::comparable))
                .collect(Collectors.toList());
    }

    private List<String> keys(CategoryId category) {
        List<String> keys = new ArrayList<>();
        Category at = byId.get(category);
        while (at != null && keys.size() <= byId.size()) {
            keys.add(0, at.key());
            at = at.parent() == null ? null : byId.get(at.parent());
        }
        return keys;
    }

    /** No key holds a control character. */
    private static String comparable(List<String> keys) {
        return String.join("\u0001", keys);
    }
}
