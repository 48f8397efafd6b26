// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.kb.model.Category;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.spi.StoredCategory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which categories stand in which, as deep as it may be. */
final class CategoryShape {
    private final Map<CategoryId, Category> byId = new HashMap<>();
    private final Map<CategoryId, List<CategoryId>> within = new HashMap<>();

    CategoryShape(List<StoredCategory> all) {
        for (StoredCategory stored : all) {
            Category category = stored.category();
            byId.put(category.id(), category);
            if (category.parent() != null) {
                within.computeIfAbsent(category.parent(), id -> new ArrayList<>())
                        .add(category.id());
            }
        }
    }

    /** Returns whether a place is in a category, or is it; the top (null) is in none. */
    boolean isWithin(@Nullable CategoryId place, CategoryId category) {
        for (CategoryId at = place; at != null; at = above(at)) {
            if (at.equals(category)) {
                return true;
            }
        }
        return false;
    }

    /** Returns how many categories one passes on the way from the top to this one, with itself; none to the top (null). */
    int depth(@Nullable CategoryId place) {
        int depth = 0;
        for (CategoryId at = place; at != null; at = above(at)) {
            depth++;
        }
        return depth;
    }

    /** Returns how many categories stand one within the other from this one on at most, with itself. */
    int height(CategoryId category) {
        int height = 0;
        for (List<CategoryId> level = List.of(category); !level.isEmpty(); height++) {
            level = level.stream()
                    .flatMap(id -> within.getOrDefault(id, List.of()).stream())
                    .toList();
        }
        return height;
    }

    private @Nullable CategoryId above(CategoryId category) {
        return Objects.requireNonNull(byId.get(category), "a parent is there").parent();
    }
}
