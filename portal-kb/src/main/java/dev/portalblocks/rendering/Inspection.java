// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.rendering.model.TextFinding;
import dev.portalblocks.rendering.model.TextFinding.Problem;
import dev.portalblocks.rendering.model.TextInspection;
import dev.portalblocks.rendering.model.TextReference;
import dev.portalblocks.rendering.model.TextReference.Use;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Looks a text over before it is published: what it refers to, and what keeps a reader from it. Reads the same Markdown, and the
 * HTML in it, as {@link Renderer}. For one use; in linear time and with little stack for every text.
 */
public final class Inspection {
    private final List<TextReference> references = new ArrayList<>();
    private final List<TextFinding> findings = new ArrayList<>();
    private final boolean sameLines;

    private Inspection(boolean sameLines) {
        this.sameLines = sameLines;
    }

    /**
     * Inspects a text without front matter. Lines are those of the text, from 1; a text so crooked that it is read with further blank
     * lines (see {@link BoundedMarkdown}) has 0 for each.
     *
     * @throws PortalException.LimitExceeded {@code text.too-long} above {@link Renderer#MAX_LENGTH} characters
     */
    public static TextInspection of(String markdown) {
        if (markdown.length() > Renderer.MAX_LENGTH) {
            throw new PortalException.LimitExceeded("text.too-long", Renderer.MAX_LENGTH);
        }
        Inspection inspection = new Inspection(BoundedMarkdown.of(markdown).length() == markdown.length());
        for (Node node = ParsedMarkdown.withLines(markdown); node != null; node = Tree.after(node)) {
            inspection.look(node);
        }
        return new TextInspection(inspection.references, inspection.findings);
    }

    private void look(Node node) {
        int line = line(node);
        if (node instanceof Image image) {
            picture(image.getDestination(), alternative(image), line);
        } else if (node instanceof Link link) {
            refer(Use.LINK, link.getDestination(), line);
        } else if (node instanceof Media media) {
            media(media, line);
        } else if (node instanceof HtmlBlock html) {
            html(html.getLiteral(), line);
        } else if (node instanceof HtmlInline html) {
            html(html.getLiteral(), line);
        }
    }

    private void media(Media media, int line) {
        String source = media.attribute("src");
        Use use = media.isVideo() ? Use.VIDEO : Use.AUDIO;
        if (source.isBlank()) {
            find(Problem.MEDIA_WITHOUT_SOURCE, source, line);
        } else {
            refer(use, source, line);
        }
        referTo(Use.CAPTIONS, media.attribute("captions"), line);
        referTo(Use.POSTER, media.attribute("poster"), line);
        if (media.isVideo() && media.attribute("captions").isBlank()) {
            find(Problem.VIDEO_WITHOUT_CAPTIONS, source, line);
        }
        if (isBlank(media)) {
            find(Problem.MEDIA_WITHOUT_TRANSCRIPT, source, line);
        }
        if (!media.isClosed()) {
            find(Problem.MEDIA_WITHOUT_END, source, line);
        }
    }

    private void html(String literal, int line) {
        Parser parser = Parser.htmlParser().setTrackPosition(true);
        for (Element element :
                parser.parseInput(RawHtml.contained(literal), "").body().getAllElements()) {
            int of = line == 0 ? 0 : line + element.sourceRange().start().lineNumber() - 1;
            switch (element.normalName()) {
                case "a" -> referTo(Use.LINK, element.attr("href"), of);
                case "img" -> picture(element.attr("src"), element.attr("alt"), of);
                case "video" -> htmlMedia(element, Use.VIDEO, of);
                case "audio" -> htmlMedia(element, Use.AUDIO, of);
                case "source" -> referTo(use(element), element.attr("src"), of);
                case "track" -> referTo(Use.CAPTIONS, element.attr("src"), of);
                default -> {
                    // refers to nothing
                }
            }
        }
    }

    private void htmlMedia(Element element, Use use, int line) {
        referTo(use, element.attr("src"), line);
        referTo(Use.POSTER, element.attr("poster"), line);
        if (use == Use.VIDEO && element.selectFirst("track[src]") == null) {
            find(Problem.VIDEO_WITHOUT_CAPTIONS, element.attr("src"), line);
        }
        find(Problem.MEDIA_WITHOUT_TRANSCRIPT, element.attr("src"), line);
    }

    private static Use use(Element source) {
        Element parent = source.parent();
        return parent != null && parent.normalName().equals("audio") ? Use.AUDIO : Use.VIDEO;
    }

    private void picture(String destination, String alternative, int line) {
        refer(Use.PICTURE, destination, line);
        if (alternative.isBlank()) {
            find(Problem.PICTURE_WITHOUT_ALTERNATIVE, destination, line);
        }
    }

    private void referTo(Use use, String destination, int line) {
        if (!destination.isBlank()) {
            refer(use, destination, line);
        }
    }

    private void refer(Use use, String destination, int line) {
        references.add(new TextReference(use, destination, line));
        Addresses addresses = Addresses.kept();
        boolean safe = (use == Use.LINK ? addresses.linked(destination) : addresses.shown(destination)).isPresent();
        if (!safe) {
            find(Problem.UNSAFE_ADDRESS, destination, line);
        }
    }

    private void find(Problem problem, String destination, int line) {
        findings.add(new TextFinding(problem, destination, line));
    }

    private int line(Node node) {
        if (!sameLines) {
            return 0;
        }
        for (Node up = node; up != null; up = up.getParent()) {
            List<SourceSpan> spans = up.getSourceSpans();
            if (!spans.isEmpty()) {
                return spans.get(0).getLineIndex() + 1;
            }
        }
        return 0;
    }

    private static boolean isBlank(Node block) {
        Node end = Tree.behind(block);
        for (Node node = block.getFirstChild(); node != null && node != end; node = Tree.after(node)) {
            boolean said = node instanceof Text text && !text.getLiteral().isBlank();
            if (said || node instanceof org.commonmark.node.Code || node instanceof HtmlBlock) {
                return false;
            }
        }
        return true;
    }

    private static String alternative(Image image) {
        StringBuilder alternative = new StringBuilder();
        Node end = Tree.behind(image);
        for (Node node = image.getFirstChild(); node != null && node != end; node = Tree.after(node)) {
            if (node instanceof Text text) {
                alternative.append(text.getLiteral());
            } else if (node instanceof org.commonmark.node.Code code) {
                alternative.append(code.getLiteral());
            }
        }
        return alternative.toString();
    }
}
