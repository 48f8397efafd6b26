// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** Writes a tidied tree as HTML that is still to be cleaned; for one use. */
final class MarkdownHtml {
    private final Map<Heading, String> anchors = new HashMap<>();
    private final Map<Footnote, Noted> notes = new LinkedHashMap<>();
    private final String transcriptLabel;
    private boolean raw;

    private MarkdownHtml(String transcriptLabel) {
        this.transcriptLabel = transcriptLabel;
    }

    /**
     * What was written.
     *
     * @param html the page
     * @param raw whether it has HTML that the author wrote
     */
    record Written(String html, boolean raw) {}

    /** A footnote that the text refers to: its number, and how often it did so far. */
    private record Noted(int number, List<String> places) {}

    /** Writes the tree, whose headings were read. */
    static Written of(Node root, List<ReadingWalk.Titled> headings, String transcriptLabel) {
        MarkdownHtml html = new MarkdownHtml(transcriptLabel);
        headings.forEach(html::mark);
        String page = html.renderer().render(root);
        return new Written(page, html.raw);
    }

    private void mark(ReadingWalk.Titled heading) {
        anchors.put(heading.node(), heading.anchors().anchor());
        heading.anchors().others().forEach(other -> heading.node().prependChild(new AnchorMark(other)));
        if (heading.node().getLastChild() instanceof AnchorMark mark
                && mark.name().equals(heading.anchors().anchor())) {
            mark.unlink();
        }
    }

    private HtmlRenderer renderer() {
        return HtmlRenderer.builder()
                .extensions(List.of(
                        TablesExtension.create(), StrikethroughExtension.create(), TaskListItemsExtension.create()))
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (node instanceof Heading heading && anchors.containsKey(heading)) {
                        attributes.put("id", anchors.get(heading));
                    }
                })
                .nodeRendererFactory(Further::new)
                .build();
    }

    /** The nodes that the parser's own renderer doesn't know, or writes as they are. */
    private final class Further implements NodeRenderer {
        private final HtmlNodeRendererContext context;
        private final HtmlWriter out;

        private Further(HtmlNodeRendererContext context) {
            this.context = context;
            out = context.getWriter();
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(
                    AnchorMark.class,
                    Callout.class,
                    Footnote.class,
                    Footnote.Reference.class,
                    HtmlBlock.class,
                    HtmlInline.class,
                    Media.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof HtmlBlock html) {
                raw(html.getLiteral());
                out.line();
            } else if (node instanceof HtmlInline html) {
                raw(html.getLiteral());
            } else if (node instanceof AnchorMark mark) {
                out.tag("a", Map.of("id", mark.name()));
                out.tag("/a");
            } else if (node instanceof Callout callout) {
                callout(callout);
            } else if (node instanceof Media media) {
                media(media);
            } else if (node instanceof Footnote.Reference reference) {
                reference(reference);
            }
        }

        @Override
        public void afterRoot(Node root) {
            footnotes();
        }

        private void raw(String html) {
            raw = true;
            out.raw(RawHtml.contained(html));
        }

        private void callout(Callout callout) {
            out.line();
            out.tag(
                    "div",
                    ordered(
                            "class",
                            "callout callout-" + callout.kind(),
                            "data-callout",
                            callout.kind(),
                            "role",
                            "note"));
            block(callout, "div");
        }

        private void media(Media media) {
            out.line();
            out.tag("figure", Map.of("class", "media"));
            source(media);
            if (!media.attribute("title").isEmpty()) {
                out.tag("figcaption");
                out.text(media.attribute("title"));
                out.tag("/figcaption");
            }
            if (media.getFirstChild() != null) {
                out.line();
                out.tag("details", Map.of("class", "transcript"));
                String label = transcriptLabel.isEmpty() ? media.attribute("title") : transcriptLabel;
                if (!label.isEmpty()) {
                    out.tag("summary");
                    out.text(label);
                    out.tag("/summary");
                }
                block(media, "details");
            }
            out.tag("/figure");
            out.line();
        }

        private void source(Media media) {
            Map<String, String> attributes = ordered("src", media.attribute("src"), "preload", "metadata");
            for (String name : List.of("title", "poster")) {
                if (!media.attribute(name).isEmpty()) {
                    attributes.put(name, media.attribute(name));
                }
            }
            if (media.attribute("src").isEmpty()) {
                return;
            }
            out.tag(media.kind(), attributes);
            if (!media.attribute("captions").isEmpty()) {
                Map<String, String> track = ordered("kind", "captions", "src", media.attribute("captions"));
                if (!media.attribute("lang").isEmpty()) {
                    track.put("srclang", media.attribute("lang"));
                }
                track.put("default", "");
                out.tag("track", track);
            }
            out.tag("/" + media.kind());
        }

        private void reference(Footnote.Reference reference) {
            Noted noted = notes.computeIfAbsent(
                    reference.footnote(), footnote -> new Noted(notes.size() + 1, new ArrayList<>()));
            String place = "fnref:" + noted.number()
                    + (noted.places().isEmpty() ? "" : "-" + (noted.places().size() + 1));
            noted.places().add(place);
            out.tag("sup", Map.of("class", "footnote-ref"));
            out.tag("a", ordered("href", "#fn:" + noted.number(), "id", place));
            out.text(String.valueOf(noted.number()));
            out.tag("/a");
            out.tag("/sup");
        }

        /** A footnote may refer to another, which comes behind those of the text. */
        private void footnotes() {
            if (notes.isEmpty()) {
                return;
            }
            out.line();
            out.tag("section", Map.of("class", "footnotes"));
            out.tag("ol");
            Set<Footnote> written = new HashSet<>();
            for (int more = 0; more < notes.size(); ) {
                more = notes.size();
                for (Map.Entry<Footnote, Noted> each : List.copyOf(notes.entrySet())) {
                    if (written.add(each.getKey())) {
                        footnote(each.getKey(), each.getValue());
                    }
                }
            }
            out.tag("/ol");
            out.tag("/section");
            out.line();
        }

        private void footnote(Footnote footnote, Noted noted) {
            out.tag("li", Map.of("id", "fn:" + noted.number()));
            children(footnote);
            for (String place : List.copyOf(noted.places())) {
                out.tag("a", ordered("href", "#" + place, "class", "footnote-backref"));
                out.text("\u21A9");
                out.tag("/a");
            }
            out.tag("/li");
            out.line();
        }

        private void block(Node node, String name) {
            out.line();
            children(node);
            out.line();
            out.tag("/" + name);
            out.line();
        }

        private void children(Node node) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }

        private Map<String, String> ordered(String... pairs) {
            Map<String, String> ordered = new LinkedHashMap<>();
            for (int i = 0; i < pairs.length; i += 2) {
                ordered.put(pairs[i], pairs[i + 1]);
            }
            return ordered;
        }
    }
}
