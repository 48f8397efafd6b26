// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Text from bytes: strict UTF-8, because a guessed encoding publishes broken words. */
final class SourceText {
    private static final String CODE = "wrong-encoding";

    private SourceText() {}

    /**
     * Returns the text, without a byte order mark and with {@code \n} as line end.
     *
     * @throws Refused with {@code wrong-encoding} and the line of the first bad byte
     */
    static String of(byte[] bytes) throws Refused {
        String marked = otherMark(bytes);
        if (!marked.isEmpty()) {
            throw new Refused(1, CODE, "It is " + marked + ", not UTF-8.");
        }
        String text = decoded(bytes, startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0);
        text = text.replace("\r\n", "\n").replace('\r', '\n');
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            // No text has it: it is a binary file, or UTF-16 without a mark, which strict UTF-8 lets pass.
            throw new Refused(lineOf(text, zero), CODE, "It holds U+0000, as binary files and UTF-16 do.");
        }
        return text;
    }

    /** Returns the line, from 1, of this position in a text with {@code \n} as line end. */
    static int lineOf(String text, int position) {
        return 1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static String decoded(byte[] bytes, int from) throws Refused {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(bytes.length - from);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int bad = in.position();
            String before = new String(bytes, 0, bad, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
            String reason = String.format(Locale.ROOT, "The byte 0x%02X is not UTF-8.", bytes[bad] & 0xFF);
            throw new Refused(lineOf(before.replace('\r', '\n'), before.length()), CODE, reason);
        }
        return out.flip().toString();
    }

    private static String otherMark(byte[] bytes) {
        if (startsWith(bytes, 0, 0, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
            return "UTF-32";
        }
        return startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE) ? "UTF-16" : "";
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
