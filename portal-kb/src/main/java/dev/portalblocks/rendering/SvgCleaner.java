// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Makes an SVG picture safe by an allow-list of what draws. Immutable and thread-safe.
 *
 * <p>Left out with all that is in them are elements of other namespaces, scripts, animations, links, embedded pictures and pages
 * ({@code foreignObject}), and left out are event handlers, references out of the picture, styles that could load, comments,
 * processing instructions and the document type. A picture in a picture ({@code use}) counts where nothing can use it again, so
 * that none grows beyond measure. What is clean stays as it is when it is cleaned again.
 */
public final class SvgCleaner {
    /** The longest picture that is cleaned, in characters. */
    public static final int MAX_LENGTH = 5_000_000;

    private static final int MAX_DEPTH = 200;
    /** In a page, elements within these are HTML. */
    private static final Set<String> WORDS = Set.of("title", "desc");

    private static final String XLINK = "http://www.w3.org/1999/xlink";

    private final XMLStreamReader in;
    private final StringBuilder out;
    /** The elements above: those that have an id are marked, as others may refer to them. */
    private final Deque<String> open = new ArrayDeque<>();

    private int named;
    private boolean begun;

    private SvgCleaner(XMLStreamReader in, int length) {
        this.in = in;
        out = new StringBuilder(length);
    }

    /**
     * Returns the picture with what is safe of it; empty when it is not: no well-formed SVG, longer than {@link #MAX_LENGTH}, deeper
     * than 200 elements, or with entities of its own.
     */
    public static Optional<String> clean(String svg) {
        if (svg.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing is loaded");
        });
        try {
            String text = svg.startsWith("\uFEFF") ? svg.substring(1) : svg;
            return new SvgCleaner(factory.createXMLStreamReader(new StringReader(text)), svg.length()).read();
        } catch (XMLStreamException e) {
            return Optional.empty();
        } catch (MissingResourceException e) { // the JDK has no words for what is wrong in a document type
            return Optional.empty();
        }
    }

    private Optional<String> read() throws XMLStreamException {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() >= MAX_DEPTH || (!begun && !isSvg("svg"))) {
                        return Optional.empty();
                    }
                    begin();
                }
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
                case XMLStreamConstants.ENTITY_REFERENCE -> {
                    return Optional.empty();
                }
                default -> {
                    // draws nothing
                }
            }
        }
        return begun ? Optional.of(out.toString()) : Optional.empty();
    }

    private boolean isSvg(String name) {
        return in.getLocalName().equals(name) && SvgList.NAMESPACE.equals(in.getNamespaceURI());
    }

    private void begin() throws XMLStreamException {
        String name = in.getLocalName();
        boolean allowed = SvgList.NAMESPACE.equals(in.getNamespaceURI()) && SvgList.ELEMENTS.contains(name);
        boolean inWords = !open.isEmpty() && WORDS.contains(named(open.peek()));
        if (!allowed || inWords || (name.equals("use") && named > 0)) {
            skip();
            return;
        }
        if (name.equals("style")) {
            style();
            return;
        }
        out.append('<').append(name);
        if (!begun) {
            out.append(" xmlns=\"").append(SvgList.NAMESPACE).append('"');
        }
        boolean id = attributes(name);
        begun = true;
        named += id ? 1 : 0;
        open.push(id ? "#" + name : name);
        out.append('>');
    }

    /** Writes the attributes; returns whether one of them names the element. */
    private boolean attributes(String element) {
        boolean id = false;
        boolean href = false;
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String space = in.getAttributeNamespace(i);
            String name = in.getAttributeLocalName(i);
            String value = in.getAttributeValue(i);
            boolean own = space == null || space.isEmpty();
            boolean link = name.equals("href") && (own || space.equals(XLINK)) && !href;
            boolean root = !begun && name.equals("id"); // else the whole could be used in itself
            if ((link || (own && !name.equals("href"))) && !root && SvgList.has(element, name, value)) {
                out.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(escaped(value))
                        .append('"');
                id |= name.equals("id");
                href |= link;
            }
        }
        return id || (element.equals("use") && !href);
    }

    private void style() throws XMLStreamException {
        StringBuilder style = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> style.append(in.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("An entity");
                default -> {
                    // no style
                }
            }
        }
        if (begun && SvgList.isHarmless(style.toString())) {
            out.append("<style>").append(escaped(style.toString())).append("</style>");
        }
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = in.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("An entity");
            }
        }
    }

    private void end() {
        String name = open.pop();
        named -= name.startsWith("#") ? 1 : 0;
        out.append("</").append(named(name)).append('>');
    }

    private static String named(String element) {
        return element.startsWith("#") ? element.substring(1) : element;
    }

    private void text() {
        if (!open.isEmpty()) {
            out.append(escaped(in.getText()));
        }
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\r', '\n', '\t' -> escaped.append(c == '\r' ? '\n' : c);
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
