// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * HTML as the parser of the W3C's validator reads it, which shares no code with the one that cleans. What is allowed is written
 * down here a second time, so that a slip in the list itself is seen.
 */
final class Reparsed {
    private static final Set<String> ELEMENTS = Set.of(
            ("a abbr aside audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em "
                            + "figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q rp rt ruby s samp "
                            + "section small source span strong sub summary sup table tbody td tfoot th thead tr track u ul "
                            + "var video wbr")
                    .split(" ", -1));
    private static final Set<String> ANYWHERE = Set.of("class", "dir", "id", "lang", "title");
    private static final Map<String, Set<String>> OWN = own(
            "a href",
            "audio controls preload src",
            "blockquote cite",
            "col span",
            "colgroup span",
            "del cite",
            "details open",
            "div data-callout role",
            "img alt height src width",
            "input checked disabled type",
            "ins cite",
            "li value",
            "ol start",
            "q cite",
            "source src type",
            "td align colspan rowspan",
            "th align colspan rowspan scope",
            "track default kind label src srclang",
            "video controls height poster preload src width");
    private static final Set<String> LINK_SCHEMES = Set.of("", "http", "https", "mailto", "tel");
    private static final Set<String> SOURCE_SCHEMES = Set.of("", "http", "https");
    private static final Set<String> OURS = Set.of("article", "asset", "faq");
    private static final Set<String> ADDRESSES = Set.of("href", "src", "poster", "cite");
    private static final Set<String> CLASSES = Set.of(
            ("callout callout-note callout-tip callout-important callout-warning callout-caution footnotes footnote-ref "
                            + "footnote-backref media transcript")
                    .split(" ", -1));
    private static final String PLAIN = "-_.+!*'(),%#@?=;:/&$~";
    private static final Set<String> PAGE = Set.of("html", "head", "body");

    private final List<String> complaints = new ArrayList<>();
    /** A line for each element and text, and the end of an element. */
    private final List<String> shape = new ArrayList<>();

    private final StringBuilder text = new StringBuilder();

    private Reparsed() {}

    static Reparsed of(String html) {
        Reparsed read = new Reparsed();
        HtmlParser parser = new HtmlParser(XmlViolationPolicy.ALLOW);
        Reading reading = read.new Reading();
        parser.setContentHandler(reading);
        parser.setLexicalHandler(reading);
        try {
            parser.parse(new InputSource(
                    new StringReader("<!DOCTYPE html><html><head></head><body>" + html + "</body></html>")));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    /** Returns what is not on the list, each as {@code element}, {@code element@attribute} or {@code scheme:}. */
    List<String> complaints() {
        return complaints;
    }

    /** Returns a line for each element and text, without ids and anchors, which the specification doesn't have. */
    String shape() {
        return String.join("\n", shape);
    }

    private void complainAbout(String uri, String name, Attributes attributes) {
        boolean page = PAGE.contains(name);
        if (!page && (!ELEMENTS.contains(name) || !"http://www.w3.org/1999/xhtml".equals(uri))) {
            complaints.add(name);
        }
        for (int i = 0; i < attributes.getLength(); i++) {
            String of = attributes.getQName(i);
            if (page
                    || (!ANYWHERE.contains(of)
                            && !OWN.getOrDefault(name, Set.of()).contains(of))) {
                complaints.add(name + "@" + of);
            }
            String scheme = scheme(attributes.getValue(i));
            Set<String> schemes = Set.of("href", "cite").contains(of) ? LINK_SCHEMES : SOURCE_SCHEMES;
            if (of.equals("class")) {
                Arrays.stream(attributes.getValue(i).split(" ", -1))
                        .filter(each -> !CLASSES.contains(each) && !each.startsWith("language-"))
                        .forEach(each -> complaints.add("class of another"));
            }
            if (ADDRESSES.contains(of) && !schemes.contains(scheme) && !OURS.contains(scheme)) {
                complaints.add(scheme + ":");
            }
        }
    }

    /** Returns the scheme that a browser sees: WHATWG URL, what stands around and line ends within don't count. */
    private static String scheme(String value) {
        String seen = value.replaceAll("^[\\x00-\\x20]+|[\\t\\n\\r]", "");
        return seen.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*")
                ? seen.substring(0, seen.indexOf(':')).toLowerCase(Locale.ROOT)
                : "";
    }

    private static String said(String name, Attributes attributes) {
        Map<String, String> all = new TreeMap<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (!attributes.getQName(i).equals("id")) {
                String value = attributes.getValue(i);
                all.put(attributes.getQName(i), ADDRESSES.contains(attributes.getQName(i)) ? encoded(value) : value);
            }
        }
        return name + all;
    }

    /** Returns the address that a browser asks for: without line ends, and bytes for what an address can't have. */
    private static String encoded(String address) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : address.strip().replaceAll("[\\t\\n\\r]", "").getBytes(StandardCharsets.UTF_8)) {
            boolean plain = each > ' ' && (Character.isLetterOrDigit(each) || PLAIN.indexOf(each) >= 0);
            encoded.append(plain ? String.valueOf((char) each) : String.format(Locale.ROOT, "%%%02X", each));
        }
        return encoded.toString();
    }

    private static Map<String, Set<String>> own(String... rows) {
        return Arrays.stream(rows)
                .map(row -> List.of(row.split(" ", -1)))
                .collect(Collectors.toMap(row -> row.get(0), row -> Set.copyOf(row.subList(1, row.size()))));
    }

    private final class Reading extends DefaultHandler2 {
        @Override
        public void startElement(String uri, String name, String written, Attributes attributes) {
            complainAbout(uri, name, attributes);
            endText();
            shape.add(said(name, attributes));
        }

        @Override
        public void endElement(String uri, String name, String written) {
            endText();
            if (name.equals("a") && shape.get(shape.size() - 1).equals("a{}")) {
                shape.remove(shape.size() - 1);
            } else {
                shape.add("/" + name);
            }
        }

        @Override
        public void characters(char[] letters, int start, int length) {
            text.append(letters, start, length);
        }

        @Override
        public void comment(char[] letters, int start, int length) {
            complaints.add("#comment");
        }

        private void endText() {
            if (!text.toString().isBlank()) {
                shape.add("\"" + text.toString().strip() + "\"");
            }
            text.setLength(0);
        }
    }
}
