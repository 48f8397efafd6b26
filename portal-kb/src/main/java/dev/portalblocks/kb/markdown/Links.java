// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import dev.portalblocks.rendering.BoundedMarkdown;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Finds the files that an article's Markdown shows or links by relative path. */
final class Links {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    private final List<String> folders;
    private final List<Reading.Note> notes;
    private final List<Reading.LinkedFile> files = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /** Links are resolved against these folders below the root; notes are added to the list. */
    Links(List<String> folders, List<Reading.Note> notes) {
        this.folders = folders;
        this.notes = notes;
    }

    /** Returns the files that the body links, whose first line is this line of the file. */
    List<Reading.LinkedFile> in(String body, int firstLine) {
        String bounded = BoundedMarkdown.of(body);
        boolean sameLines = bounded.length() == body.length();
        Parser parser = Parser.builder()
                .maxOpenBlockParsers(BoundedMarkdown.MAX_NESTING)
                .maxInlineNesting(BoundedMarkdown.MAX_NESTING)
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .build();
        Node node = parser.parse(bounded);
        while (node != null) {
            int line = sameLines ? lineOf(node, firstLine) : 0;
            if (node instanceof Image image) {
                add(image.getDestination(), true, line);
            } else if (node instanceof Link link) {
                add(link.getDestination(), false, line);
            }
            node = after(node);
        }
        return files;
    }

    /** Returns the next node in the order of the text, without recursion. */
    private static @Nullable Node after(Node node) {
        Node next = node.getFirstChild();
        for (Node up = node; next == null && up != null; up = up.getParent()) {
            next = up.getNext();
        }
        return next;
    }

    private static int lineOf(Node node, int firstLine) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : firstLine + spans.get(0).getLineIndex();
    }

    private void add(String destination, boolean picture, int line) {
        String file = destination.split("[?#]", 2)[0];
        boolean elsewhere = file.isEmpty()
                || file.startsWith("/")
                || file.endsWith("/")
                || SCHEME.matcher(file).lookingAt();
        if (elsewhere || !seen.add((picture ? "!" : "") + destination)) {
            return;
        }
        String decoded = percentDecoded(file);
        if (!isPortable(decoded)) {
            notes.add(
                    new Reading.Note(line, "link-ignored", "A link's path has characters that no portable path has."));
            return;
        }
        String path = resolved(folders, decoded);
        if (path.isEmpty()) {
            notes.add(new Reading.Note(line, "link-outside-root", "A link leads to no file below the root."));
        } else {
            files.add(new Reading.LinkedFile(destination, path, picture, line));
        }
    }

    /** Returns the path below the root that this destination leads to from these folders; empty where it leads to none. */
    static String below(List<String> folders, String destination) {
        String decoded = percentDecoded(destination);
        boolean isElsewhere = destination.isEmpty()
                || destination.startsWith("/")
                || destination.endsWith("/")
                || destination.matches(".*[?#].*")
                || SCHEME.matcher(destination).lookingAt()
                || !isPortable(decoded);
        return isElsewhere ? "" : resolved(folders, decoded);
    }

    /** Returns this path from the root without detours; empty where it leads out of it or to none. */
    static String plain(String path) {
        return isPortable(path) ? resolved(List.of(), path) : "";
    }

    private static boolean isPortable(String decoded) {
        return decoded.chars().noneMatch(c -> c == '\\' || c == ':' || c < ' ' || c == 0x7F);
    }

    /** Returns the path below the root; empty when it leads out of it or to the root itself. */
    private static String resolved(List<String> folders, String relative) {
        List<String> names = new ArrayList<>(folders);
        for (String name : relative.split("/", -1)) {
            if (name.equals("..")) {
                if (names.isEmpty()) {
                    return "";
                }
                names.remove(names.size() - 1);
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return String.join("/", names);
    }

    private static String percentDecoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            out.write(low < 0 ? bytes[i] : high * 16 + low);
            i += low < 0 ? 0 : 2;
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
