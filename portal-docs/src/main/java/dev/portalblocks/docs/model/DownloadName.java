// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A document's name as the name of a file: on Windows, macOS and Linux it is one name and no path, no device, nothing
 * hidden, and in an HTTP header it ends nothing. Two documents may get the same one.
 *
 * @param value 1 to 255 bytes in UTF-8
 */
public record DownloadName(@JsonValue String value) {
    private static final int MAX_BYTES = 255;
    private static final int MAX_EXTENSION_BYTES = 32;
    private static final String NAMELESS = "document";

    /** Separators, wildcards and what a shell, a header or Windows reads as something else. */
    private static final Pattern UNFIT = Pattern.compile("[/\\\\:*?\"<>|%;\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");
    /** What turns the direction of a text, and the byte order mark. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\x{200E}\\x{200F}\\x{061C}\\x{FEFF}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    private static final Pattern OUTER = Pattern.compile("(?U)^[.\\s~-]+|[.\\s]+$");
    /** Names of devices, whatever extension follows (Microsoft: Naming Files, Paths, and Namespaces). */
    private static final Pattern DEVICE = Pattern.compile(
            "(?i)(con|prn|aux|nul|conin\\$|conout\\$|clock\\$|(com|lpt)[0-9\\xB9\\xB2\\xB3]) *(\\..*)?");

    /** Makes of whatever is given a name that fits. */
    public DownloadName {
        value = fit(value);
    }

    /** Returns the name of the file for a document of this name. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DownloadName of(String name) {
        return new DownloadName(name);
    }

    /**
     * Returns the header {@code Content-Disposition} under which a browser keeps the file instead of showing it: with the
     * name in ASCII, and as it is (RFC 6266, RFC 8187).
     */
    public String asAttachment() {
        String ascii = Normalizer.normalize(value, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^\\x20-\\x7E]", "_");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + percentEncoded(value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static String fit(String name) {
        String visible = INVISIBLE.matcher(name).replaceAll("");
        String plain = UNFIT.matcher(Normalizer.normalize(visible, Normalizer.Form.NFC))
                .replaceAll("_");
        String inner = shortened(OUTER.matcher(plain).replaceAll(""));
        if (inner.isEmpty()) {
            return NAMELESS;
        }
        return DEVICE.matcher(inner).matches() ? shortened("_" + inner) : inner;
    }

    /** Cuts what stands before the extension, between two characters. */
    private static String shortened(String name) {
        if (bytes(name) <= MAX_BYTES) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && bytes(name.substring(dot)) <= MAX_EXTENSION_BYTES ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - extension.length());
        while (bytes(stem) + bytes(extension) > MAX_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return OUTER.matcher(stem).replaceAll("") + extension;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String percentEncoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (one >= '0' && one <= '9')
                    || (one >= 'a' && one <= 'z')
                    || (one >= 'A' && one <= 'Z')
                    || one == '.'
                    || one == '-'
                    || one == '_';
            encoded.append(plain ? String.valueOf((char) one) : String.format(Locale.ROOT, "%%%02X", one));
        }
        return encoded.toString();
    }
}
