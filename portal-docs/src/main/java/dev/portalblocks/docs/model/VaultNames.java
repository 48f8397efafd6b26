// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

/**
 * What documents and folders can be called. A name is text that the customer wrote; it is kept as it is and never
 * used as
 * a path, so dots, slashes and the names of devices may stand in it.
 */
public final class VaultNames {
    /** The most UTF-16 characters of a name. */
    public static final int MAX = 255;

    /**
     * One line with something else than white space in it: no control character, no line separator, no lone surrogate, and
     * none of the characters that make a text look like another one by turning its direction (Unicode Standard Annex 9, 2.1
     * to 2.4: embeddings, overrides and isolates).
     */
    public static final String PATTERN =
            "(?U)(?=.*[^\\s\\p{Cf}])" + "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]*";

    private VaultNames() {}
}
