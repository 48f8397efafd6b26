// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says beforehand of bytes that it hands in. They are refused when they turn out to be others.
 *
 * @param size how many there are, not negative; null when that is not known
 * @param sha256 their SHA-256 as 64 lower-case hexadecimal digits; null when that is not known
 */
public record DeclaredBytes(@Nullable Long size, @Nullable String sha256) {
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** Checks both; throws {@link PortalException.InvalidInput} with {@code declared-bytes.invalid}. */
    public DeclaredBytes {
        boolean sizeIsWrong = size != null && size < 0;
        boolean hashIsWrong = sha256 != null && !SHA_256.matcher(sha256).matches();
        if (sizeIsWrong || hashIsWrong) {
            throw new PortalException.InvalidInput("declared-bytes.invalid");
        }
    }

    /** Returns the declaration of a size alone. */
    public static DeclaredBytes ofSize(long size) {
        return new DeclaredBytes(size, null);
    }
}
