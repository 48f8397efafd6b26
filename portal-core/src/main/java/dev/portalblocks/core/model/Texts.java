// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

/** The rule that every short identifier of a host's obeys. */
final class Texts {
    private Texts() {}

    /** Returns the value if it has 1 to {@code max} characters, none of them a control, and no lone surrogate. */
    static String identifier(String kind, String value, int max) {
        boolean blank = value.isBlank() || !value.equals(value.strip());
        if (blank || value.length() > max || value.codePoints().anyMatch(Texts::isUnfit)) {
            throw new PortalException.InvalidInput(kind + ".invalid");
        }
        return value;
    }

    private static boolean isUnfit(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }
}
