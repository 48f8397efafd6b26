// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import org.jspecify.annotations.Nullable;

/**
 * Makes sample worlds. A portal learns its commands' constraints anew, which takes longer than all the rest; so some
 * worlds share one, each with tenants of its own, until what is kept has become too much to compare.
 */
final class Worlds implements AutoCloseable {
    private static final int ON_ONE_PORTAL = 15;

    private @Nullable Composition portal;
    private int made;

    /** Returns a world that nobody has touched. */
    SampleWorld next() {
        if (made++ % ON_ONE_PORTAL == 0) {
            close();
        }
        return new SampleWorld(portal());
    }

    /** Returns the portal that the latest world lives on. */
    Composition portal() {
        Composition there = portal;
        if (there == null) {
            there = Composition.fresh();
            portal = there;
        }
        return there;
    }

    @Override
    public void close() {
        if (portal != null) {
            portal.close();
            portal = null;
        }
    }
}
