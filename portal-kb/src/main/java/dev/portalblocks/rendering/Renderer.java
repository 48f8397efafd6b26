// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.rendering.model.ContentsEntry;
import dev.portalblocks.rendering.model.Rendered;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.commonmark.node.Node;

/**
 * Turns Markdown into safe HTML, a table of contents and plain text. Immutable and thread-safe; takes time and memory in proportion
 * to the text, and little stack, for every text.
 *
 * <p>Markdown is CommonMark with tables, strikethrough, task lists, footnotes ({@code [^label]}), callouts ({@code > [!NOTE]}), anchors that
 * authors choose ({@code ## Heading {#anchor}}) and videos and sounds with captions and transcript ({@code :::video{src="…"}}). HTML
 * in it is cleaned as by {@link HtmlCleaner}. What is nested deeper than {@link BoundedMarkdown#MAX_NESTING} is read as text.
 */
public final class Renderer {
    /** The longest text that is rendered, in characters: as much as an article's text may have. */
    public static final int MAX_LENGTH = HtmlCleaner.MAX_LENGTH;

    private final String transcriptLabel;

    private Renderer(String transcriptLabel) {
        this.transcriptLabel = transcriptLabel;
    }

    /** Returns a renderer with no words of its own. */
    public static Renderer standard() {
        return builder().build();
    }

    /** Begins a renderer with options. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Renders a text without front matter.
     *
     * @param links asked for the address of whatever the text refers to
     * @throws PortalException.LimitExceeded {@code text.too-long} above {@link #MAX_LENGTH} characters
     */
    public Rendered render(String markdown, TextLinks links) {
        if (markdown.length() > MAX_LENGTH) {
            throw new PortalException.LimitExceeded("text.too-long", MAX_LENGTH);
        }
        Node root = ParsedMarkdown.of(markdown);
        ReadingWalk.Read read = ReadingWalk.over(root);
        MarkdownHtml.Written written = MarkdownHtml.of(root, read.headings(), transcriptLabel);
        String safe = HtmlCleaner.once(written.html(), Addresses.through(links));
        return new Rendered(written.raw() ? HtmlCleaner.stable(safe) : safe, contents(read.headings()), read.text());
    }

    private static List<ContentsEntry> contents(List<ReadingWalk.Titled> headings) {
        List<ContentsEntry> contents = new ArrayList<>();
        Deque<Integer> above = new ArrayDeque<>();
        for (ReadingWalk.Titled heading : headings) {
            int level = heading.node().getLevel();
            while (!above.isEmpty() && above.peek() >= level) {
                above.pop();
            }
            contents.add(new ContentsEntry(
                    heading.text(), level, above.size(), heading.anchors().anchor()));
            above.push(level);
        }
        return contents;
    }

    /** Collects options of a renderer; not thread-safe. */
    public static final class Builder {
        private String transcriptLabel = "";

        private Builder() {}

        /** Says what opens a transcript, {@code Mitschrift}; without it, it is the title of the video or the sound. */
        public Builder transcriptLabel(String label) {
            transcriptLabel = label;
            return this;
        }

        /** Returns the renderer. */
        public Renderer build() {
            return new Renderer(transcriptLabel);
        }
    }
}
