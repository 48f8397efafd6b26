// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import dev.portalblocks.core.model.PortalException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Makes HTML safe by an allow-list of elements, attributes and schemes. Immutable and thread-safe.
 *
 * <p>Elements that are not on the list go and their text stays; those whose text was never meant to be read, such as
 * {@code script}, {@code style}, {@code template} and {@code svg}, go with all that is in them. Links keep {@code http},
 * {@code https}, {@code mailto} and {@code tel}, pictures, videos and sounds {@code http} and {@code https}; relative addresses and
 * {@code article:}, {@code asset:} and {@code faq:} stay as they are written. Clean HTML is stable: cleaning it changes nothing.
 */
public final class HtmlCleaner {
    /** The longest HTML that is cleaned, in characters: as much as an article's text may have. */
    public static final int MAX_LENGTH = 10_000_000;

    /** A parser builds no deeper tree; it must not be lower than what a clean page may have. */
    private static final int PARSED_DEPTH = 2 * CleanWriter.MAX_DEPTH;

    /** Most pages are stable after one turn, the most crooked ones seen after three. */
    private static final int TURNS = 8;

    private HtmlCleaner() {}

    /**
     * Returns what is safe of a page's body.
     *
     * @throws PortalException.LimitExceeded {@code text.too-long} above {@link #MAX_LENGTH} characters
     */
    public static String clean(String html) {
        if (html.length() > MAX_LENGTH) {
            throw new PortalException.LimitExceeded("text.too-long", MAX_LENGTH);
        }
        return stable(once(html, Addresses.kept()));
    }

    /** Returns what is safe of HTML, with its addresses found. It is stable where each element was ended by whoever wrote it. */
    static String once(String html, Addresses addresses) {
        Document page = Parser.htmlParser().setMaxDepth(PARSED_DEPTH).parseInput(html, "");
        return CleanWriter.inside(page.body(), addresses, html.length());
    }

    /** Returns safe HTML that cleaning doesn't change: what no parser agrees with itself about is left as its text. */
    static String stable(String safe) {
        String html = safe;
        for (int turn = 0; turn < TURNS; turn++) {
            String again = once(html, Addresses.kept());
            if (again.equals(html)) {
                return html;
            }
            html = again;
        }
        Document text = Document.createShell("");
        text.body()
                .appendChild(new TextNode(
                        Parser.htmlParser().parseInput(html, "").body().wholeText()));
        return CleanWriter.inside(text.body(), Addresses.kept(), html.length());
    }
}
