// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The Markdown files of a folder tree: those that end in {@code .md} or {@code .markdown} in any case. Files and folders
 * whose name begins with a dot are hidden and left out, as version control's are. Symbolic links are not followed; a
 * linked folder, and a link that is named like a Markdown file, is listed as skipped, so that a report over both lists
 * sums up. Each file of {@link #files()} becomes one {@link Reading}.
 *
 * @param root the folder
 * @param files the files, below {@code root}, ordered by their relative path (by UTF-16 value, on every system the same)
 * @param skipped what could not be listed, in the same order; its codes are {@code symbolic-link}, {@code not-a-file}
 *     and {@code not-readable}
 */
public record MarkdownTree(Path root, List<Path> files, List<Reading.Refusal> skipped) {
    /** Copies the lists. */
    public MarkdownTree {
        files = List.copyOf(files);
        skipped = List.copyOf(skipped);
    }

    /**
     * Lists the tree as it is now.
     *
     * @throws IOException when the root is no folder, or one that cannot be read
     */
    public static MarkdownTree of(Path root) throws IOException {
        Path top = root.toRealPath();
        if (!Files.isDirectory(top)) {
            throw new NotDirectoryException(String.valueOf(top));
        }
        Listing listing = new Listing(top);
        Files.walkFileTree(top, listing);
        listing.files.sort(Comparator.comparing(file -> pathBelow(top, file)));
        listing.skipped.sort(Comparator.comparing(Reading.Refusal::path));
        return new MarkdownTree(top, listing.files, listing.skipped);
    }

    /** Returns the path below the root, its names separated by {@code /}. */
    static String pathBelow(Path root, Path file) {
        return StreamSupport.stream(root.relativize(file).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    /** Returns the refusal for an I/O error, whose own message would tell where the tree lies. */
    static Reading.Refusal unreadable(String path, IOException e) {
        String reason = e instanceof NoSuchFileException
                ? "It is not there."
                : "It can't be read: " + e.getClass().getSimpleName() + ".";
        return new Reading.Refusal(path, 0, "not-readable", reason);
    }

    private static boolean isMarkdown(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".md") || lower.endsWith(".markdown");
    }

    private static final class Listing extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Path> files = new ArrayList<>();
        private final List<Reading.Refusal> skipped = new ArrayList<>();

        private Listing(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = String.valueOf(file.getFileName());
            if (isHidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isSymbolicLink() && (isMarkdown(name) || Files.isDirectory(file))) {
                skip(file, "symbolic-link", "Symbolic links are not followed.");
            } else if (attributes.isRegularFile() && isMarkdown(name)) {
                files.add(file);
            } else if (isMarkdown(name)) {
                skip(file, "not-a-file", "It is no ordinary file.");
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(root)) {
                throw e;
            }
            if (!isHidden(file)) {
                skipped.add(unreadable(pathBelow(root, file), e));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            if (e != null) {
                skipped.add(unreadable(pathBelow(root, folder), e));
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isHidden(Path path) {
            return !path.equals(root) && String.valueOf(path.getFileName()).startsWith(".");
        }

        private void skip(Path file, String code, String reason) {
            skipped.add(new Reading.Refusal(pathBelow(root, file), 0, code, reason));
        }
    }
}
