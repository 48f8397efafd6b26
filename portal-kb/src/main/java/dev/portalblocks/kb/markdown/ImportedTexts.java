// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ArticleText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which files are one article in several languages: each translation says whose it is, and the original which they are. Where one of them
 * can't be used none is: an article that came back without a language would take that from its readers.
 */
final class ImportedTexts {
    private final Path root;
    private final MarkdownReader reader;
    private final Set<String> used = new HashSet<>();
    private final Set<String> waiting = new TreeSet<>();

    ImportedTexts(Path root, MarkdownReader reader) {
        this.root = root;
        this.reader = reader;
    }

    /** Remembers a translation, for its original to ask for. */
    void await(String path) {
        waiting.add(path);
    }

    /** Returns the translations that no original asked for. */
    List<Reading.Refusal> left() {
        waiting.removeAll(used);
        return waiting.stream()
                .map(path -> new Reading.Refusal(
                        path,
                        0,
                        "translation-without-original",
                        "No file that it names says that it is its translation."))
                .toList();
    }

    /** Returns the original's text and its translations. */
    Texts of(Reading.MarkdownArticle original, LanguageTag language) throws Refused {
        Texts texts = new Texts(language, original);
        String folder = original.path().substring(0, original.path().lastIndexOf('/') + 1);
        String name = original.path().substring(folder.length());
        for (String translation : original.meta().settings().translations()) {
            String path = folder + translation;
            if (reader.read(root, root.resolve(path)) instanceof Reading.MarkdownArticle article
                    && name.equals(article.meta().settings().translationOf())
                    && article.meta().locale() != null
                    && texts.add(article.meta().locale(), article)) {
                continue;
            }
            throw Refused.whole(
                    "translation-refused",
                    "A translation can't be read, is of another article, or in a language that there is already.");
        }
        original.meta().settings().translations().forEach(translation -> used.add(folder + translation));
        return texts;
    }

    /** The files of one article, by language. */
    static final class Texts {
        private final Map<LanguageTag, Reading.MarkdownArticle> files = new TreeMap<>();
        private final Reading.MarkdownArticle original;

        private Texts(LanguageTag language, Reading.MarkdownArticle original) {
            this.original = original;
            files.put(language, original);
        }

        private boolean add(LanguageTag language, Reading.MarkdownArticle file) {
            return files.putIfAbsent(language, file) == null;
        }

        int translations() {
            return files.size() - 1;
        }

        Map<LanguageTag, ArticleText> texts() {
            Map<LanguageTag, ArticleText> texts = new TreeMap<>();
            files.forEach((language, file) ->
                    texts.put(language, new ArticleText(file.meta().title(), file.body())));
            return texts;
        }

        Map<LanguageTag, List<String>> slugs() {
            Map<LanguageTag, List<String>> slugs = new TreeMap<>();
            files.forEach((language, file) -> {
                if (!file.meta().settings().slugs().isEmpty()) {
                    slugs.put(language, file.meta().settings().slugs());
                }
            });
            return slugs;
        }

        /** Returns what all of them link. */
        List<Reading.LinkedFile> links() {
            List<Reading.LinkedFile> links = new ArrayList<>(original.files());
            files.values().stream()
                    .filter(file -> !file.path().equals(original.path()))
                    .forEach(file -> links.addAll(file.files()));
            return links;
        }

        /** Returns what was left out of each of them. */
        List<ImportReport.Remark> remarks() {
            return files.values().stream()
                    .flatMap(file -> file.notes().stream().map(note -> new ImportReport.Remark(file.path(), note)))
                    .toList();
        }
    }
}
