// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of one file of a knowledge base tree: an article or a refusal, so that nothing is lost silently. */
public sealed interface Reading {
    /** Returns the file's path below the root, its names separated by {@code /}, as the file system spells them. */
    String path();

    /**
     * A file that was read.
     *
     * @param source which file it was
     * @param meta what its front matter and its headings say of it
     * @param body the Markdown below the front matter, with {@code \n} as line end and otherwise as it was written; not
     *     blank
     * @param files the files that it links by relative path, once per way of writing, in the order of the text
     * @param notes what was left out and why, in no promised order; empty for most files
     */
    record MarkdownArticle(Source source, Meta meta, String body, List<LinkedFile> files, List<Note> notes)
            implements Reading {
        /** Copies the lists. */
        public MarkdownArticle {
            files = List.copyOf(files);
            notes = List.copyOf(notes);
        }

        @Override
        public String path() {
            return source.path();
        }
    }

    /**
     * A file that was not read, and where its author finds why.
     *
     * @param path the file's path below the root
     * @param line the line of the file, from 1; 0 when it is about the whole file
     * @param code a stable code, such as {@code wrong-encoding}
     * @param reason a sentence for people, without text of the article
     */
    record Refusal(String path, int line, String code, String reason) implements Reading {}

    /**
     * A file of a tree.
     *
     * @param path its path below the root
     * @param sha256 SHA-256 of its bytes in lower-case hexadecimal, by which a second import sees that nothing changed
     */
    record Source(String path, String sha256) {
        /** Returns the names of the folders that the file lies in, from the top; empty for a file in the root. */
        public List<String> category() {
            List<String> names = Arrays.asList(path.split("/", -1));
            return List.copyOf(names.subList(0, names.size() - 1));
        }
    }

    /**
     * What a file says of itself.
     *
     * @param title the front matter's, else the first heading's text, else the file's name without its ending; one
     *     line of 1 to 300 characters
     * @param locale the language that the front matter names; null when it names none
     * @param tags the front matter's tags, each once, in their order; 50 at most, of 100 characters
     * @param audiences for whom the front matter says it is, each once, in their order; empty when it does not say, so
     *     that the importer's own choice holds
     */
    record Meta(String title, @Nullable LanguageTag locale, List<String> tags, List<Audience> audiences) {
        /** Copies the lists. */
        public Meta {
            tags = List.copyOf(tags);
            audiences = List.copyOf(audiences);
        }
    }

    /**
     * A file that an article shows or links; whether it exists was not looked at.
     *
     * @param destination how the article's text links it, as a renderer sees it: {@code ../bilder/plan%201.png#oben}
     * @param path the file's path below the root: {@code bilder/plan 1.png}; never leads out of the root
     * @param picture whether it is shown as a picture
     * @param line the line of the file, from 1; 0 when unknown
     */
    record LinkedFile(String destination, String path, boolean picture, int line) {}

    /**
     * Something of an article that could not be used while the rest could.
     *
     * @param line the line of the file, from 1; 0 when unknown
     * @param code a stable code, such as {@code locale-ignored}
     * @param reason a sentence for people
     */
    record Note(int line, String code, String reason) {}
}
