// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import java.text.Normalizer;
import java.util.Locale;

/** Tells which spellings of a folder's name count as one. */
final class FolderNames {
    private FolderNames() {}

    /**
     * Returns the same key for names that differ only in case or in how characters are combined: full case mapping to
     * upper and back to lower between two compositions (Unicode Standard, 3.13, canonical caseless matching).
     */
    static String key(String name) {
        String upper = Normalizer.normalize(name, Normalizer.Form.NFC).toUpperCase(Locale.ROOT);
        return Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }
}
