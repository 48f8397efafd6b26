// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.kb.spi.StoredView;
import dev.portalblocks.kb.spi.StoredViewCount;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums views up. */
final class ViewSums {
    private ViewSums() {}

    /** Returns the numbers of these views of one tenant, in one order for all, so that two who add them do not wait for each other in a circle. */
    static List<StoredViewCount> of(List<StoredView> views) {
        Map<String, StoredViewCount> sums = new TreeMap<>();
        for (StoredView view : views) {
            sums.merge(view.article() + " " + view.day() + " " + view.revision(), one(view), ViewSums::plus);
        }
        return List.copyOf(sums.values());
    }

    private static StoredViewCount one(StoredView view) {
        return new StoredViewCount(view.tenant(), view.article(), view.revision(), view.day(), 1);
    }

    private static StoredViewCount plus(StoredViewCount one, StoredViewCount other) {
        return new StoredViewCount(one.tenant(), one.article(), one.revision(), one.day(), one.views() + other.views());
    }
}
