// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

/**
 * A place in an ordered list: the sort key and the id of the item that stands before it. The item itself may have
 * vanished since.
 *
 * @param sortKey the value sorted by, as text that sorts the same; empty where the id alone sorts
 * @param id tells items of equal sort keys apart
 */
public record Keyset(String sortKey, String id) implements Comparable<Keyset> {
    /** Returns the place behind an item that is sorted by its id alone. */
    public static Keyset ofId(Object id) {
        return new Keyset("", id.toString());
    }

    /**
     * Returns a number as a text that sorts as numbers do: its digits, with zeros before them.
     *
     * @throws IllegalArgumentException for a negative number, and one that has more digits
     */
    public static String digits(long number, int width) {
        String digits = Long.toString(number);
        if (number < 0 || digits.length() > width) {
            throw new IllegalArgumentException("Not a number of " + width + " digits: " + number);
        }
        return "0".repeat(width - digits.length()) + digits;
    }

    @Override
    public int compareTo(Keyset other) {
        int bySortKey = sortKey.compareTo(other.sortKey);
        return bySortKey != 0 ? bySortKey : id.compareTo(other.id);
    }
}
