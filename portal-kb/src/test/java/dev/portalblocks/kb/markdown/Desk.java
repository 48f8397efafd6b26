// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder that tests put files into and read them from. */
record Desk(Path root) {
    Reading read(String path, byte[] bytes) {
        Path file = root.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return MarkdownReader.standard().read(root, file);
    }

    Reading read(String text) {
        return read("the-file.md", text.getBytes(StandardCharsets.UTF_8));
    }

    Reading.MarkdownArticle article(String path, String text) {
        Reading reading = read(path, text.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(Reading.MarkdownArticle.class);
        return (Reading.MarkdownArticle) reading;
    }

    Reading.MarkdownArticle article(String text) {
        return article("the-file.md", text);
    }

    Reading.Refusal refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    Reading.Refusal refusal(byte[] bytes) {
        Reading reading = read("the-file.md", bytes);
        assertThat(reading).isInstanceOf(Reading.Refusal.class);
        return (Reading.Refusal) reading;
    }

    static List<String> codes(Reading.MarkdownArticle article) {
        return article.notes().stream().map(Reading.Note::code).toList();
    }
}
