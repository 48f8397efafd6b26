// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

/**
 * A command with one field that breaks one of its rules.
 *
 * @param field which component of which record, {@code ArticleText.title}
 * @param path where the field stands in the command
 * @param code the rule that it breaks
 * @param call gives the command
 */
record Misfit(String field, String path, String code, Invoker.Call call) {
    /** A word that stands in each value that is too long, and must not come back in any message. */
    static final String PRIVATE = "Geheimnis";

    /** Returns a text of exactly this length. */
    static String text(int length) {
        return (PRIVATE + " ").repeat(length / (PRIVATE.length() + 1) + 1).substring(0, length - 1) + ".";
    }

    @Override
    public String toString() {
        return field + " " + code + " at " + path;
    }
}
