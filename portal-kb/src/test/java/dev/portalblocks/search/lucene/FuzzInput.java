// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.Arrays;

/**
 * What a fuzzer hands over: a byte that chooses one of the things that are done with a text, as all of them at once take too long, and
 * the text. The byte's highest bit says how the text is written, in bytes or in characters of two bytes: a fuzzer sees what words a
 * text is compared with, and puts them in as bytes, and what characters, and puts them in as numbers.
 *
 * @param choice what is chosen, 0 to 127
 * @param text any text
 */
record FuzzInput(int choice, String text) {
    private static final int WIDE = 0x80;

    static FuzzInput of(byte[] input) {
        if (input.length == 0) {
            return new FuzzInput(0, "");
        }
        byte[] text = Arrays.copyOfRange(input, 1, input.length);
        boolean isWide = (input[0] & WIDE) != 0;
        return new FuzzInput(input[0] & ~WIDE & 0xFF, isWide ? wide(text) : FuzzedText.of(text));
    }

    /** Returns what is read as this choice and the text of these bytes. */
    static byte[] written(int choice, byte[] text) {
        byte[] input = new byte[text.length + 1];
        input[0] = (byte) choice;
        System.arraycopy(text, 0, input, 1, text.length);
        return input;
    }

    /** Returns the same in characters of two bytes. */
    static byte[] writtenWide(int choice, byte[] text) {
        String read = FuzzedText.of(text);
        byte[] wide = new byte[2 * read.length()];
        for (int i = 0; i < read.length(); i++) {
            wide[2 * i] = (byte) read.charAt(i);
            wide[2 * i + 1] = (byte) (read.charAt(i) >> Byte.SIZE);
        }
        return written(choice | WIDE, wide);
    }

    /** Returns which of so many things is done. */
    int of(int ways) {
        return choice % ways;
    }

    private static String wide(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length / 2);
        for (int i = 0; i + 1 < bytes.length; i += 2) {
            text.append((char) ((bytes[i] & 0xFF) | (bytes[i + 1] & 0xFF) << Byte.SIZE));
        }
        return text.toString();
    }
}
