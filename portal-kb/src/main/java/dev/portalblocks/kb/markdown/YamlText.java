// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes YAML that means the same to every reader of it: each text in double quotes, whatever is not seen escaped. */
final class YamlText {
    private final StringBuilder text = new StringBuilder();

    /** Adds a key with a text. */
    YamlText with(String key, String value) {
        return line(key + ": " + quoted(value));
    }

    /** Adds a key with texts. */
    YamlText with(String key, Collection<String> values) {
        return line(key + ": " + list(values));
    }

    /** Adds a line as it is. */
    YamlText line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** Returns a list of texts on one line. */
    static String list(Collection<String> values) {
        return values.stream().map(YamlText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Returns keys with texts on one line. */
    static String map(List<? extends Map.Entry<String, String>> entries) {
        return entries.stream()
                .map(entry -> quoted(entry.getKey()) + ": " + quoted(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** Returns a text in double quotes. */
    static String quoted(String value) {
        StringBuilder quoted = new StringBuilder(value.length() + 2).append('"');
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (isSeen(c)) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append(String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08X" : "\\u%04X", c));
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
