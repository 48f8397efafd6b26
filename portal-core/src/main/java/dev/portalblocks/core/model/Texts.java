// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

/** The rule that every short identifier of a host's obeys. {@link TextPatterns#IDENTIFIER} says the same to a constraint. */
final class Texts {
    private Texts() {}

    /**
     * Returns the value if it has 1 to {@code max} characters, none of which breaks or reorders a line, and no lone
     * surrogate.
     */
    static String identifier(String kind, String value, int max) {
        boolean blank = value.isBlank() || !value.equals(value.strip());
        if (blank || value.length() > max || value.codePoints().anyMatch(Texts::isUnfit)) {
            throw new PortalException.InvalidInput(kind + ".invalid");
        }
        return value;
    }

    private static boolean isUnfit(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            case Character.FORMAT -> isBidiControl(codePoint);
            default -> false;
        };
    }

    /** What shows a text in another order than it has (Unicode Standard Annex 9, section 2): one id could pass for another. */
    private static boolean isBidiControl(int codePoint) {
        return codePoint == 0x061C
                || codePoint == 0x200E
                || codePoint == 0x200F
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
