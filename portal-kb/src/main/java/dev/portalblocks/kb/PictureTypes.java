// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.content.MediaTypeDetector;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Knows the pictures that browsers show, by how their bytes begin: PNG, JPEG, GIF, WebP and AVIF by the signatures of their
 * specifications, SVG by its root element behind whatever XML allows before it. Immutable.
 */
final class PictureTypes implements MediaTypeDetector {
    /** The types that are known. */
    static final Set<String> ALL =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/svg+xml");

    private static final Map<String, Pattern> SIGNATURES = Map.of(
            "image/png", signature("\\x89PNG\\r\\n\\x1A\\n"),
            "image/jpeg", signature("\\xFF\\xD8\\xFF"),
            "image/gif", signature("GIF8[79]a"),
            "image/webp", signature("RIFF.{4}WEBP"),
            "image/avif", signature(".{4}ftyp(avif|avis|.{4,60}?avif)"));
    /** Returns whether a type is one of those, however it is written. */
    static boolean isKnown(String mediaType) {
        String bare = mediaType.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
        return ALL.contains(bare) || bare.equals("image/jpg");
    }

    @Override
    public String detect(byte[] head) {
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        return SIGNATURES.entrySet().stream()
                .filter(type -> type.getValue().matcher(bytes).lookingAt())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> isSvg(text(head)) ? "image/svg+xml" : UNKNOWN);
    }

    /** Before the root element XML allows declarations and comments, but no text. */
    private static boolean isSvg(String text) {
        for (Node node : Jsoup.parse(text, "", Parser.xmlParser()).childNodes()) {
            if (node instanceof Element element) {
                return element.normalName().equals("svg")
                        || element.normalName().endsWith(":svg");
            }
            if (node instanceof TextNode words && !words.isBlank()) {
                return false;
            }
        }
        return false;
    }

    /** Without the mark that says how it is encoded. */
    private static String text(byte[] head) {
        String marked = new String(head, charset(head));
        return marked.startsWith("\uFEFF") ? marked.substring(1) : marked;
    }

    private static Charset charset(byte[] head) {
        boolean isMarked = head.length > 1 && (head[0] & 0xFF) + (head[1] & 0xFF) == 0xFF + 0xFE;
        return isMarked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static Pattern signature(String bytes) {
        return Pattern.compile(bytes, Pattern.DOTALL);
    }
}
