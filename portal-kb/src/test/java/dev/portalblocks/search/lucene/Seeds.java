// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

/** The number that decides everything random in these tests; a failure names it. */
final class Seeds {
    private Seeds() {}

    /** Returns {@code -Dportal.seed=}, else always the same. */
    static long value() {
        return Long.getLong("portal.seed", 4711);
    }
}
