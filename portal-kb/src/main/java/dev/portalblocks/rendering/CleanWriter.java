// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Writes of a parsed page what the allow-list has, node by node without recursion; for one use. What is not on it goes, and
 * its text stays, but for elements whose text was never meant to be read.
 */
final class CleanWriter {
    /** Elements stand in each other no deeper; what is deeper stands there without its elements. */
    static final int MAX_DEPTH = 200;

    private static final String HTML = "http://www.w3.org/1999/xhtml";
    private static final Set<String> MEDIA = Set.of("video", "audio");

    private final Addresses addresses;
    private final StringBuilder out;
    /** The elements above, the innermost first: its name where it was written, else nothing. */
    private final Deque<String> open = new ArrayDeque<>();

    private final Set<String> ids = new HashSet<>();
    private int depth;
    private boolean beginsPre;

    private CleanWriter(Addresses addresses, int length) {
        this.addresses = addresses;
        out = new StringBuilder(length + length / 8);
    }

    /** Returns what may stand of all that is inside an element. */
    static String inside(Element root, Addresses addresses, int length) {
        CleanWriter writer = new CleanWriter(addresses, length);
        Node node = root.childNodeSize() == 0 ? null : root.childNode(0);
        while (node != null) {
            boolean inside = writer.begin(node) && node.childNodeSize() > 0;
            node = inside ? node.childNode(0) : writer.next(node, root);
        }
        return writer.out.toString();
    }

    private @Nullable Node next(Node from, Element root) {
        Node node = from;
        while (!root.equals(node)) {
            Node next = node.nextSibling();
            if (next != null) {
                return next;
            }
            node = node.parent();
            if (node == null || root.equals(node)) {
                return null;
            }
            end();
        }
        return null;
    }

    /** Returns whether to go inside; then {@link #end} follows, at once where there is nothing inside. */
    private boolean begin(Node node) {
        if (node instanceof TextNode text) {
            text(text.getWholeText());
            return false;
        }
        if (!(node instanceof Element element)) {
            return false;
        }
        String name = element.normalName();
        if (!element.tag().namespace().equals(HTML) || AllowList.DROPPED.contains(name)) {
            return false;
        }
        boolean written = AllowList.ELEMENTS.contains(name) && depth < MAX_DEPTH && written(element, name);
        if (AllowList.VOID.contains(name)) {
            return false;
        }
        open.push(written ? name : "");
        depth += written ? 1 : 0;
        if (element.childNodeSize() == 0) {
            end();
        }
        return true;
    }

    private void end() {
        String name = open.pop();
        if (!name.isEmpty()) {
            beginsPre = false;
            depth--;
            out.append("</").append(name).append('>');
        }
    }

    /** Writes the tag; returns whether there is one. */
    private boolean written(Element element, String name) {
        return switch (name) {
            case "a" -> link(element);
            case "img" -> picture(element);
            case "input" -> element.attr("type").equals("checkbox") && tag(element, name, " disabled=\"\"", "");
            case "video", "audio" -> media(element, name);
            case "source", "track" ->
                MEDIA.contains(open.isEmpty() ? "" : open.peek())
                        && addresses
                                .shown(element.attr("src"))
                                .filter(src -> !src.isEmpty())
                                .isPresent()
                        && tag(element, name, "", "");
            default -> tag(element, name, "", "");
        };
    }

    private boolean link(Element element) {
        int start = out.length();
        tag(element, "a", "", element.hasAttr("id") ? "" : element.attr("name"));
        if (out.indexOf(" href=\"", start) < 0
                && out.indexOf(" id=\"", start) < 0) { // a quote within a value is escaped
            out.setLength(start);
            return false;
        }
        return true;
    }

    private boolean picture(Element element) {
        Optional<String> address = addresses.shown(element.attr("src"));
        if (element.hasAttr("src") && address.isPresent()) {
            return tag(element, "img", "", "");
        }
        text(element.attr("alt"));
        return false;
    }

    private boolean media(Element element, String name) {
        boolean own =
                element.hasAttr("src") && addresses.shown(element.attr("src")).isPresent();
        boolean listed = element.children().stream()
                .anyMatch(child -> child.normalName().equals("source")
                        && addresses
                                .shown(child.attr("src"))
                                .filter(src -> !src.isEmpty())
                                .isPresent());
        return (own || listed) && tag(element, name, " controls=\"\"", "");
    }

    private boolean tag(Element element, String name, String always, String anchor) {
        beginsPre = name.equals("pre");
        out.append('<').append(name);
        if (element.attributesSize() > 0) {
            for (Attribute attribute : element.attributes()) {
                attribute(name, attribute.getKey(), attribute.getValue());
            }
        }
        if (!anchor.isEmpty()) {
            attribute(name, "id", anchor);
        }
        out.append(always).append('>');
        return true;
    }

    private void attribute(String element, String name, String written) {
        boolean always = (element.equals("input") && name.equals("disabled")) || name.equals("controls");
        if (!AllowList.has(element, name) || always) {
            return;
        }
        String value = AllowList.ADDRESSES.contains(name) ? address(name, written) : AllowList.value(name, written);
        if (value == null || (name.equals("id") && !ids.add(value))) {
            return;
        }
        out.append(' ').append(name).append("=\"");
        escaped(value, true);
        out.append('"');
    }

    private @Nullable String address(String name, String written) {
        boolean shown = name.equals("src") || name.equals("poster");
        return (shown ? addresses.shown(written) : addresses.linked(written)).orElse(null);
    }

    private void text(String text) {
        if (!text.isEmpty()) {
            if (beginsPre && (text.charAt(0) == '\n' || text.charAt(0) == '\r')) {
                out.append('\n'); // a browser leaves out the first
            }
            beginsPre = false;
            escaped(text, false);
        }
    }

    private void escaped(String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\r' -> out.append('\n');
                case '\0' -> out.append('\uFFFD');
                default -> out.append(Character.isSurrogate(c) && !isPaired(text, i) ? '\uFFFD' : c);
            }
        }
    }

    private static boolean isPaired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
