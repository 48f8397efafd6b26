// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

/** Makes any text of any bytes: UTF-8, in which halves of surrogate pairs may stand alone, and what is none is a letter of its own. */
final class FuzzedText {
    private static final int CONTINUED = 0x80;
    private static final int BITS = 6;

    private final byte[] bytes;
    private final StringBuilder text;
    private int at;

    private FuzzedText(byte[] bytes) {
        this.bytes = bytes;
        text = new StringBuilder(bytes.length);
    }

    static String of(byte[] bytes) {
        FuzzedText read = new FuzzedText(bytes);
        while (read.at < bytes.length) {
            read.next();
        }
        return read.text.toString();
    }

    /** Returns a text as an index keeps it: half a character that stands alone can't be kept. */
    static String stored(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> kept.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
        return kept.toString();
    }

    private void next() {
        int first = bytes[at] & 0xFF;
        if (first >= 0xF0 && first < 0xF8 && isContinued(3)) {
            int point = joined(first & 0x07, 3);
            text.appendCodePoint(Math.min(point, Character.MAX_CODE_POINT));
        } else if (first >= 0xE0 && first < 0xF0 && isContinued(2)) {
            text.append((char) joined(first & 0x0F, 2));
        } else if (first >= 0xC0 && first < 0xE0 && isContinued(1)) {
            text.append((char) joined(first & 0x1F, 1));
        } else {
            text.append((char) first);
            at++;
        }
    }

    private boolean isContinued(int more) {
        for (int i = 1; i <= more; i++) {
            if (at + i >= bytes.length || (bytes[at + i] & 0xC0) != CONTINUED) {
                return false;
            }
        }
        return true;
    }

    private int joined(int first, int more) {
        int point = first;
        for (int i = 1; i <= more; i++) {
            point = (point << BITS) | (bytes[at + i] & 0x3F);
        }
        at += more + 1;
        return point;
    }
}
