// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.commonmark.node.SourceSpan;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;

/** Where HTML in a Markdown text says addresses, as places in that text. For one use. */
final class HtmlAddresses {
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "a", Set.of("href"),
            "img", Set.of("src"),
            "video", Set.of("src", "poster"),
            "audio", Set.of("src"),
            "source", Set.of("src"),
            "track", Set.of("src"));

    private final String html;
    private final List<Place> places = new ArrayList<>();
    /** By where a line of the HTML begins, where it begins in the text: it may stand behind marks of a quotation or a list. */
    private final NavigableMap<Integer, Integer> lines;

    private HtmlAddresses(String html, NavigableMap<Integer, Integer> lines) {
        this.html = html;
        this.lines = lines;
    }

    /**
     * An attribute with its value.
     *
     * @param from where its name begins
     * @param to where it ends, with its quotation mark
     */
    record Place(int from, int to, String name, String destination, boolean isLink) {
        /** Returns the attribute with another address. */
        String saying(String address) {
            return name + "=\"" + address.replace("&", "&amp;") + "\"";
        }
    }

    /** Returns what is in the HTML that stands at these places; nothing where it is not there as it is written. */
    static HtmlAddresses of(String html, List<SourceSpan> spans, String text) {
        HtmlAddresses found = new HtmlAddresses(html, lines(html, spans, text));
        if (found.lines.isEmpty()) {
            return found;
        }
        Parser parser = Parser.htmlParser().setTrackPosition(true);
        for (Element element : parser.parseInput(html, "").body().getAllElements()) {
            for (String name : ATTRIBUTES.getOrDefault(element.normalName(), Set.of())) {
                if (!element.attr(name).isBlank()) {
                    found.find(element, name);
                }
            }
        }
        return found;
    }

    List<Place> places() {
        return places;
    }

    private void find(Element element, String name) {
        Range.AttributeRange range = element.attributes().sourceRange(name);
        if (range.nameRange().isTracked()
                && range.valueRange().isTracked()
                && element.attr(name).indexOf('\n') < 0) {
            int end = range.valueRange().endPos();
            boolean quoted = end < html.length() && "\"'".indexOf(html.charAt(end)) >= 0;
            int from = place(range.nameRange().startPos());
            int to = place(end) + (quoted ? 1 : 0);
            places.add(new Place(from, to, name, element.attr(name), name.equals("href")));
        }
    }

    private int place(int at) {
        Map.Entry<Integer, Integer> line = lines.floorEntry(at);
        return line.getValue() + at - line.getKey();
    }

    /** Empty where the text doesn't say this. */
    private static NavigableMap<Integer, Integer> lines(String html, List<SourceSpan> spans, String text) {
        NavigableMap<Integer, Integer> lines = new TreeMap<>();
        int start = 0;
        for (SourceSpan span : spans) {
            int end = start + span.getLength();
            boolean ends = end == html.length() || (end < html.length() && html.charAt(end) == '\n');
            if (!ends || !text.startsWith(html.substring(start, end), span.getInputIndex())) {
                return new TreeMap<>();
            }
            lines.put(start, span.getInputIndex());
            start = end + 1;
        }
        return start == html.length() + 1 ? lines : new TreeMap<>();
    }
}
