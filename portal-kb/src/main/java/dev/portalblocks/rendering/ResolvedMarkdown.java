// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.rendering.model.LinkTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Block;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * A text's Markdown in which what it refers to within the portal has the address that it is found at elsewhere. Rendered, it says what
 * the text said; code, addresses of the web and all else stay as they are written. For one use; takes linear time and little stack for
 * every text.
 */
public final class ResolvedMarkdown {
    /** What would begin a block where it stands first on a line. */
    private static final Pattern BEGINS_BLOCK =
            Pattern.compile("[ \\t]*(?:\\d{1,9}(?=[.)](?:\\s|$))|(?=#{1,6}(?:\\s|$)|[-+*](?:\\s|$)|>|[-=*_~:]{3}))");

    private static final Pattern MARK = Pattern.compile("[\\\\`*_{}\\[\\]()#+.!|<>~&-]");
    private static final Pattern ENTITY = Pattern.compile("&(?=#?[A-Za-z0-9]+;)");

    private final String text;
    private final Addresses addresses;
    private final List<Edit> edits = new ArrayList<>();
    /** The cell of a table that was looked at last, and whether a bar in it shifts what follows. */
    private @Nullable TableCell cell;

    private boolean shifted;

    private ResolvedMarkdown(String text, TextLinks links) {
        this.text = text;
        this.addresses = Addresses.through(links);
    }

    /** What stands at a place from now on. */
    private record Edit(int from, int to, String with) {}

    /**
     * Returns the text with its links, pictures, videos and sounds leading where they are found. Where there is no address a link's text
     * stays, and a picture's alternative text. Left as they are written are links in a cell of a table that has a bar in it, {@code \|}, and what
     * HTML says that never ends, or over several lines. A text so crooked that it is read with further blank lines (see {@link BoundedMarkdown}) has them.
     *
     * @param markdown without front matter
     * @param links asked for the address of whatever the text refers to, as by {@link Renderer#render}
     * @throws PortalException.LimitExceeded {@code text.too-long} above {@link Renderer#MAX_LENGTH} characters
     */
    public static String of(String markdown, TextLinks links) {
        if (markdown.length() > Renderer.MAX_LENGTH) {
            throw new PortalException.LimitExceeded("text.too-long", Renderer.MAX_LENGTH);
        }
        ResolvedMarkdown resolved = new ResolvedMarkdown(BoundedMarkdown.of(markdown), links);
        for (Node node = ParsedMarkdown.withLines(resolved.text); node != null; node = Tree.after(node)) {
            resolved.look(node);
        }
        return resolved.edited();
    }

    private void look(Node node) {
        if (node instanceof Link link) {
            refer(link, link.getDestination(), link.getTitle(), addresses.linked(link.getDestination()), 1);
        } else if (node instanceof Image image) {
            refer(image, image.getDestination(), image.getTitle(), addresses.shown(image.getDestination()), 2);
        } else if (node instanceof Media media) {
            media(media);
        } else if (node instanceof HtmlBlock html) {
            html(html, html.getLiteral());
        } else if (node instanceof HtmlInline html) {
            html(html, html.getLiteral());
        }
    }

    /** Writes a link or a picture whose text begins so many characters after it. */
    private void refer(Node node, String destination, @Nullable String title, Optional<String> address, int mark) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty() || isElsewhere(destination) || isInShiftedCell(node)) {
            return;
        }
        int from = spans.get(0).getInputIndex();
        int to = end(spans);
        if (text.charAt(from) == '<') {
            String words = MARK.matcher(destination).replaceAll("\\\\$0");
            edit(
                    from,
                    to,
                    address.map(found -> "[" + words + "]" + target(found, null))
                            .orElse(words));
            return;
        }
        int words = from + mark;
        int closed = closing(node, words);
        if (closed < 0) {
            return; // as it is written
        }
        edit(closed, to, address.map(found -> "]" + target(found, title)).orElse(""));
        if (address.isEmpty()) {
            edit(from, words, "");
            keepFromBeginningABlock(from, words, closed);
        }
    }

    /** Returns where the bracket is that ends the words; below 0 where that is not known. */
    private int closing(Node node, int words) {
        Node last = node.getLastChild();
        if (last != null && last.getSourceSpans().isEmpty()) {
            return -1;
        }
        int at = last == null ? words : end(last.getSourceSpans());
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == ']' ? at : -1;
    }

    private void keepFromBeginningABlock(int from, int words, int end) {
        int before = from;
        while (before > 0 && " \t>".indexOf(text.charAt(before - 1)) >= 0) {
            before--;
        }
        boolean first = before == 0 || "\n\r".indexOf(text.charAt(before - 1)) >= 0;
        Matcher begins = BEGINS_BLOCK.matcher(text).region(words, end);
        if (first && begins.lookingAt()) {
            edit(begins.end(), begins.end(), "\\");
        }
    }

    private static String target(String address, @Nullable String title) {
        String plain = ENTITY.matcher(address).replaceAll("&amp;");
        String safe = plain.isEmpty() || plain.matches(".*[()].*") ? "<" + plain + ">" : plain;
        return title == null ? "(" + safe + ")" : "(" + safe + " \"" + quoted(title) + "\")";
    }

    private static String quoted(String title) {
        return MARK.matcher(title.replaceAll("\\s+", " ").replace("\"", "&quot;"))
                .replaceAll("\\\\$0")
                .replace("\\&quot;", "&quot;");
    }

    private void media(Media media) {
        List<SourceSpan> spans = media.getSourceSpans();
        if (spans.isEmpty()) {
            return;
        }
        SourceSpan line = spans.get(0);
        Matcher attribute = MediaParser.ATTRIBUTE
                .matcher(text)
                .region(line.getInputIndex(), line.getInputIndex() + line.getLength());
        while (attribute.find()) {
            int group = attribute.group(2) == null ? 3 : 2;
            String name = attribute.group(1);
            String destination = attribute.group(group);
            if (!name.equals("lang") && !name.equals("title") && !isElsewhere(destination)) {
                String found = addresses.shown(destination).orElse("").replace("'", "%27");
                edit(attribute.start(group), attribute.end(group), found);
            }
        }
    }

    private void html(Node node, String literal) {
        HtmlAddresses html = HtmlAddresses.of(literal, node.getSourceSpans(), text);
        for (HtmlAddresses.Place place : html.places()) {
            if (!isElsewhere(place.destination())) {
                Optional<String> address =
                        place.isLink() ? addresses.linked(place.destination()) : addresses.shown(place.destination());
                edit(place.from(), place.to(), address.map(place::saying).orElse(""));
            }
        }
    }

    /** In a cell of a table with a bar that is none of the table's, what follows is not where the parser says. */
    private boolean isInShiftedCell(Node node) {
        Node up = node;
        while (up != null && !(up instanceof Block) && !(up instanceof TableCell)) {
            up = up.getParent();
        }
        if (up instanceof TableCell found && found != cell) {
            cell = found;
            shifted = found.getSourceSpans().stream()
                    .map(span -> text.substring(span.getInputIndex(), span.getInputIndex() + span.getLength()))
                    .anyMatch(said -> said.contains("\\|"));
        }
        return up instanceof TableCell && shifted;
    }

    private static boolean isElsewhere(String destination) {
        return LinkTarget.parse(Addresses.asRead(destination)).isEmpty();
    }

    private static int end(List<SourceSpan> spans) {
        SourceSpan last = spans.get(spans.size() - 1);
        return last.getInputIndex() + last.getLength();
    }

    private void edit(int from, int to, String with) {
        edits.add(new Edit(from, to, with));
    }

    private String edited() {
        edits.sort(Comparator.comparingInt(Edit::from).thenComparingInt(Edit::to));
        StringBuilder edited = new StringBuilder(text.length() + 16);
        int done = 0;
        for (Edit edit : edits) {
            if (edit.from() >= done) {
                edited.append(text, done, edit.from()).append(edit.with());
                done = edit.to();
            }
        }
        return edited.append(text, done, text.length()).toString();
    }
}
