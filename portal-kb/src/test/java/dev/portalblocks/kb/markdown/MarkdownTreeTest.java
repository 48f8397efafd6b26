// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownTreeTest {
    @TempDir
    Path root;

    @Test
    void filesAreListedByRelativePathAndWithoutWhatIsHidden() throws IOException {
        for (var path : new String[] {
            "b.md",
            "a/z.MD",
            "a/b/c.Markdown",
            "a.md",
            "Ä.md",
            "a/readme.txt",
            ".hidden.md",
            ".git/x.md",
            "a/.b/y.md",
            "v1.md/inside.md",
            "md"
        }) {
            write(path);
        }
        var tree = MarkdownTree.of(root);
        assertThat(tree.files().stream().map(file -> MarkdownTree.pathBelow(tree.root(), file)))
                .containsExactly("a.md", "a/b/c.Markdown", "a/z.MD", "b.md", "v1.md/inside.md", "Ä.md");
        assertThat(tree.skipped()).isEmpty();
    }

    @Test
    void linksAreListedAsSkippedAndNeverFollowed() throws IOException {
        write("a.md");
        Files.createSymbolicLink(root.resolve("b.md"), root.resolve("a.md"));
        Files.createSymbolicLink(root.resolve("loop"), root);
        Files.createSymbolicLink(root.resolve("dead.md"), root.resolve("none"));
        Files.createSymbolicLink(root.resolve("other.png"), root.resolve("a.md"));
        var tree = MarkdownTree.of(root);
        assertThat(tree.files()).hasSize(1);
        assertThat(tree.skipped()).extracting(Reading.Refusal::path).containsExactly("b.md", "dead.md", "loop");
        assertThat(tree.skipped()).extracting(Reading.Refusal::code).containsOnly("symbolic-link");
    }

    @Test
    void aRootThatIsALinkIsListed() throws IOException {
        write("real/a.md");
        var link = Files.createSymbolicLink(root.resolve("link"), root.resolve("real"));
        var tree = MarkdownTree.of(link);
        assertThat(tree.files()).singleElement().satisfies(file -> {
            assertThat(MarkdownReader.standard().read(tree.root(), file).path()).isEqualTo("a.md");
            assertThat(MarkdownReader.standard().read(link, link.resolve("a.md")))
                    .isInstanceOf(Reading.MarkdownArticle.class);
        });
    }

    @Test
    void aDeepTreeIsListed() throws IOException {
        write("d/".repeat(100) + "a.md");
        var tree = MarkdownTree.of(root);
        assertThat(tree.files()).hasSize(1);
        assertThat(MarkdownReader.standard().read(tree.root(), tree.files().get(0)))
                .isInstanceOfSatisfying(
                        Reading.MarkdownArticle.class,
                        article -> assertThat(article.source().category()).hasSize(100));
    }

    @Test
    void aRootThatIsNoFolderIsAnError() throws IOException {
        write("a.md");
        assertThatThrownBy(() -> MarkdownTree.of(root.resolve("a.md"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> MarkdownTree.of(root.resolve("none"))).isInstanceOf(IOException.class);
    }

    private void write(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "text");
    }
}
