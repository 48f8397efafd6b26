// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

/** How many letters two words differ by. */
final class Letters {
    private Letters() {}

    /**
     * Returns whether one letter more, less or another, or two that have changed places, make one word of the other (Damerau
     * and Levenshtein's distance of one).
     */
    static boolean differByOne(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return switch (one.length() - other.length()) {
            case 0 -> same < shorter && (isRestEqual(one, same + 1, other, same + 1) || areSwapped(one, other, same));
            case 1 -> isRestEqual(one, same + 1, other, same);
            case -1 -> isRestEqual(one, same, other, same + 1);
            default -> false;
        };
    }

    private static boolean areSwapped(String one, String other, int at) {
        return at + 1 < one.length()
                && one.charAt(at) == other.charAt(at + 1)
                && one.charAt(at + 1) == other.charAt(at)
                && isRestEqual(one, at + 2, other, at + 2);
    }

    private static boolean isRestEqual(String one, int from, String other, int otherFrom) {
        return one.length() - from == other.length() - otherFrom
                && one.regionMatches(from, other, otherFrom, one.length() - from);
    }
}
