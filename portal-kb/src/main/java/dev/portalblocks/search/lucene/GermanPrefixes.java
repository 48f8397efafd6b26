// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.List;

/** What German verbs begin with, folded. */
final class GermanPrefixes {
    /** Prefixes that leave their verb: {@code ich schließe ab}. */
    static final List<String> SEPARABLE = List.of(
            "ab",
            "an",
            "auf",
            "aus",
            "bei",
            "durch",
            "ein",
            "fest",
            "fort",
            "frei",
            "her",
            "hin",
            "los",
            "mit",
            "nach",
            "teil",
            "uber",
            "um",
            "unter",
            "voll",
            "vor",
            "weg",
            "wieder",
            "zu",
            "zuruck",
            "zusammen");
    /** Those that never do. */
    static final List<String> INSEPARABLE = List.of("be", "ent", "er", "hinter", "miss", "ruck", "ver", "wider", "zer");

    private GermanPrefixes() {}
}
