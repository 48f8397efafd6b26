// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import dev.portalblocks.core.crypto.Sha256;
import dev.portalblocks.search.MarkdownText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads one Markdown file with optional YAML front matter, whatever it holds. Immutable and thread-safe.
 *
 * <p>Front matter stands between a first line {@code ---} and the next line {@code ---} or {@code ...}. Its keys count in
 * any case: {@code title}; {@code locale}, {@code lang} or {@code language}; {@code tags} or {@code keywords};
 * {@code audience} or {@code audiences}; lists may be written as YAML lists or as text with commas, but an item in double quotes is one text. What
 * {@link MarkdownExport} writes is {@link Reading.Settings}. A repeated key, no
 * matter in which case, refuses the file.
 *
 * <p>Refused are, by code: {@code not-readable}, {@code not-a-file}, {@code outside-root}, {@code too-large},
 * {@code wrong-encoding} (not UTF-8, or with U+0000), {@code empty} (no text but front matter),
 * {@code front-matter-not-yaml}, {@code front-matter-not-a-mapping}, {@code front-matter-key-twice},
 * {@code front-matter-too-large} (65,536 characters, 20 levels, 50 aliases), {@code audience-unknown}, {@code translation-invalid} and
 * {@code translation-twice}. Read with a note are {@code title-cut}, {@code title-ignored}, {@code locale-ignored}, {@code tag-ignored},
 * {@code link-outside-root} and {@code link-ignored}, and for {@link Reading.Settings} {@code id-ignored}, {@code slug-ignored},
 * {@code category-ignored}, {@code owner-ignored}, {@code review-by-ignored}, {@code related-ignored} and {@code asset-ignored}.
 */
public final class MarkdownReader {
    /** The largest file that is read unless the caller says otherwise, in bytes: 5 MB. */
    public static final long DEFAULT_MAX_BYTES = 5L * 1024 * 1024;

    private static final long LIMIT = 100L * 1024 * 1024;

    private final int maxBytes;
    private final int maxFrontMatter;

    private MarkdownReader(int maxBytes, int maxFrontMatter) {
        this.maxBytes = maxBytes;
        this.maxFrontMatter = maxFrontMatter;
    }

    /** Returns a reader of files of at most {@link #DEFAULT_MAX_BYTES}. */
    public static MarkdownReader standard() {
        return ofAtMost(DEFAULT_MAX_BYTES);
    }

    /**
     * Returns a reader of files of at most this size, from 1 byte to 100 MB.
     *
     * @throws IllegalArgumentException for another size
     */
    public static MarkdownReader ofAtMost(long maxBytes) {
        if (maxBytes < 1 || maxBytes > LIMIT) {
            throw new IllegalArgumentException("maxBytes must be from 1 to " + LIMIT);
        }
        return new MarkdownReader((int) maxBytes, Yaml.MAX_LENGTH);
    }

    /** Returns this reader for the files of an export, whose front matter may be larger. */
    MarkdownReader ofExport() {
        return new MarkdownReader(maxBytes, Yaml.MAX_EXPORTED);
    }

    /**
     * Reads one file. Never throws for what the file holds or for a file that can't be read.
     *
     * @param root the tree's folder; neither the file nor a symbolic link on the way to it may lead out of it
     * @param file the file, as a path from the working folder, such as {@link MarkdownTree#files()} lists
     */
    public Reading read(Path root, Path file) {
        Path top = root.toAbsolutePath().normalize();
        Path path = file.toAbsolutePath().normalize();
        boolean inside = path.startsWith(top) && !path.equals(top);
        String name = inside ? MarkdownTree.pathBelow(top, path) : String.valueOf(path.getFileName());
        try {
            if (!inside) {
                throw outside();
            }
            return article(name, bytes(top, path));
        } catch (Refused refused) {
            return refused.at(name);
        } catch (IOException e) {
            return MarkdownTree.unreadable(name, e);
        }
    }

    private byte[] bytes(Path root, Path file) throws IOException, Refused {
        Path real = file.toRealPath();
        if (!real.startsWith(root.toRealPath())) {
            throw outside();
        }
        if (!Files.isRegularFile(real)) {
            throw Refused.whole("not-a-file", "It is no ordinary file.");
        }
        if (Files.size(real) > maxBytes) {
            throw tooLarge();
        }
        try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(maxBytes + 1); // it may have grown since
            if (bytes.length > maxBytes) {
                throw tooLarge();
            }
            return bytes;
        }
    }

    private Reading article(String path, byte[] bytes) throws Refused {
        Reading.Source source = new Reading.Source(path, Sha256.hex(bytes));
        FrontMatter parts = FrontMatter.of(SourceText.of(bytes), maxFrontMatter);
        List<Reading.Note> notes = new ArrayList<>();
        Reading.Meta meta = meta(parts, path, notes);
        if (parts.body().isBlank() && !meta.settings().isExported()) {
            throw Refused.whole("empty", "There is nothing to read in it.");
        }
        List<Reading.LinkedFile> files = new Links(source.category(), notes).in(parts.body(), parts.bodyLine());
        return new Reading.MarkdownArticle(source, meta, parts.body(), files, notes);
    }

    private static Reading.Meta meta(FrontMatter parts, String path, List<Reading.Note> notes) throws Refused {
        Fields fields = new Fields(parts.fields(), notes);
        String title = fields.title().orElseGet(() -> headingOrName(parts.body(), path));
        if (title.length() > Fields.MAX_TITLE) {
            notes.add(new Reading.Note(0, "title-cut", "The title has more than " + Fields.MAX_TITLE + " characters."));
        }
        String cut = OneLine.cut(title, Fields.MAX_TITLE);
        return new Reading.Meta(
                cut, fields.locale(), fields.tags(), fields.audiences(), ImportedSettings.of(parts.fields(), notes));
    }

    private static String headingOrName(String body, String path) {
        return MarkdownText.of(body).headings().stream()
                .map(OneLine::of)
                .filter(heading -> !heading.isEmpty())
                .findFirst()
                .orElseGet(() -> nameOf(path));
    }

    private static String nameOf(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.toLowerCase(Locale.ROOT).matches(".*\\.(md|markdown)") ? file.lastIndexOf('.') : 0;
        String name = OneLine.of(dot > 0 ? file.substring(0, dot) : file);
        return name.isEmpty() ? "?" : name; // a name of white space alone
    }

    private static Refused outside() {
        return Refused.whole("outside-root", "It lies outside the root.");
    }

    private Refused tooLarge() {
        return Refused.whole("too-large", "It has more than " + maxBytes + " bytes.");
    }
}
