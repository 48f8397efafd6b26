// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.PortalException;
import java.util.Comparator;
import java.util.Locale;

/**
 * Where a document stands among the results: the better score first, then the object's text.
 *
 * @param score how well it fits, never negative
 * @param object the object as text
 */
record Place(float score, String object) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::score).reversed().thenComparing(Place::object);

    /** Reads a place back; {@code cursor.invalid} when it is not one of ours. */
    static Place of(Keyset keyset) {
        try {
            int bits = Integer.MAX_VALUE
                    - Integer.parseUnsignedInt(keyset.sortKey().substring(0, ViewMark.PLACE), 16);
            return new Place(Float.intBitsToFloat(bits), keyset.id());
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw new PortalException.InvalidInput("cursor.invalid");
        }
    }

    /**
     * Returns the place in what was read as text that sorts as the places do: the bits of a positive float sort as the float
     * does.
     */
    Keyset keyset(ViewMark of) {
        String at = String.format(Locale.ROOT, "%08x", Integer.MAX_VALUE - Float.floatToIntBits(score));
        return new Keyset(at + of.text(), object);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
