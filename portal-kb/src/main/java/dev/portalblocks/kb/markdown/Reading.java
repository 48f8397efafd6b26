// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ArticleId;
import java.time.LocalDate;
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
     * @param settings what exports say
     */
    record Meta(
            String title,
            @Nullable LanguageTag locale,
            List<String> tags,
            List<Audience> audiences,
            Settings settings) {
        /** Copies the lists. */
        public Meta {
            tags = List.copyOf(tags);
            audiences = List.copyOf(audiences);
        }
    }

    /**
     * What a file says of its article beside its text, as {@link MarkdownExport} writes it; a file without any of it is an article of its own.
     *
     * @param id the article's own ({@code id}); null when it is not said
     * @param slugs what it is called in addresses of the file's language: now, and before
     * @param translations the files in the same folder that say the same in other languages
     * @param translationOf the file in the same folder whose translation this is ({@code translation-of}); null when it is none
     * @param categories keys of each category, from the top; null where the folders say it
     * @param owner who answers for it; null when it is not said
     * @param reviewBy until when somebody has to look at it ({@code review-by}); null when it is not said
     * @param related what is shown beside it; null when it is not said
     * @param assets its pictures and files; null where the links say it
     */
    record Settings(
            @Nullable ArticleId id,
            List<String> slugs,
            List<String> translations,
            @Nullable String translationOf,
            @Nullable List<List<String>> categories,
            @Nullable String owner,
            @Nullable LocalDate reviewBy,
            @Nullable List<ArticleId> related,
            @Nullable List<NamedAsset> assets) {
        /** Copies the lists. */
        public Settings {
            slugs = List.copyOf(slugs);
            translations = List.copyOf(translations);
            categories = categories == null
                    ? null
                    : categories.stream().map(List::copyOf).toList();
            related = related == null ? null : List.copyOf(related);
            assets = assets == null ? null : List.copyOf(assets);
        }

        /** Returns whether it says something that is no part of a text. */
        boolean isSaid() {
            return id != null
                    || !slugs.isEmpty()
                    || owner != null
                    || reviewBy != null
                    || related != null
                    || !translations.isEmpty();
        }

        /** Returns whether an export wrote the file, so that it may have no text. */
        boolean isExported() {
            return id != null || translationOf != null;
        }
    }

    /**
     * A picture or a file that front matter names.
     *
     * @param path how the article's text links it
     * @param file its path below the root
     * @param mediaType its type
     * @param line the line of the file, from 1
     */
    record NamedAsset(String path, String file, String mediaType, int line) {}

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
