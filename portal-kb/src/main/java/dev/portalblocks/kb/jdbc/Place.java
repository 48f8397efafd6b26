// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.jdbc;

import dev.portalblocks.core.crypto.Sha256;
import dev.portalblocks.kb.model.SourceKey;
import org.jspecify.annotations.Nullable;

/**
 * Where an article came from, as columns; all null if it was written here. The beginning of the path gives an index its order,
 * the hash its uniqueness: a whole path may be too long for an index of PostgreSQL, whose rows have 2,704 bytes at most.
 *
 * @param source the import
 * @param head the first 200 code points of the path
 * @param path the file within it
 * @param hash SHA-256 of the path
 */
record Place(
        @Nullable String source,
        @Nullable String head,
        @Nullable String path,
        @Nullable String hash) {
    private static final int HEAD = 200;

    static Place of(@Nullable SourceKey key) {
        if (key == null) {
            return new Place(null, null, null, null);
        }
        return new Place(key.source(), head(key.path()), key.path(), Sha256.hex(key.path()));
    }

    static String head(String path) {
        boolean fits = path.codePointCount(0, path.length()) <= HEAD;
        return fits ? path : path.substring(0, path.offsetByCodePoints(0, HEAD));
    }
}
