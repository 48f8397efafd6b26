// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import dev.portalblocks.search.model.SearchDocument.SearchText;
import dev.portalblocks.search.model.TextSection;
import dev.portalblocks.search.spi.SearchChange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Texts of four trades, and questions of which somebody who knows the texts has said what they ask for.
 *
 * @param language in which both are
 * @param documents the texts, for everybody
 * @param questions what customers ask
 */
record GoldenSet(LanguageTag language, List<SearchDocument> documents, List<GoldenQuestion> questions) {
    /** The kind of objects that the texts are. */
    static final String TYPE = "article";

    static GoldenSet german() {
        return read(LanguageTag.GERMAN, "golden-de");
    }

    static GoldenSet english() {
        return read(LanguageTag.ENGLISH, "golden-en");
    }

    /** Returns the questions of these groups. */
    List<GoldenQuestion> of(String... groups) {
        return questions.stream()
                .filter(question -> List.of(groups).contains(question.group()))
                .toList();
    }

    /** Returns what writes the texts. */
    List<SearchChange> changes() {
        return documents.stream().map(GoldenSet::change).toList();
    }

    static SearchChange change(SearchDocument document) {
        return new SearchChange(document.object(), List.of(document));
    }

    private static GoldenSet read(LanguageTag language, String name) {
        List<SearchDocument> documents = new ArrayList<>();
        for (String text : String.join("\n", lines(name + ".txt")).split("(?m)^== ", 0)) {
            if (!text.isBlank()) {
                documents.add(document(language, text.strip().split("\n", 3)));
            }
        }
        List<GoldenQuestion> questions = lines(name + ".tsv").stream()
                .map(line -> line.split("\t", 3))
                .map(cells -> new GoldenQuestion(cells[0], cells[1], ObjectRef.of(TYPE, cells[2])))
                .toList();
        return new GoldenSet(language, documents, questions);
    }

    private static SearchDocument document(LanguageTag language, String[] idTitleText) {
        StringBuilder body = new StringBuilder();
        List<TextSection> sections = new ArrayList<>();
        for (String line : idTitleText[2].split("\n", 0)) {
            String paragraph = line.replaceFirst("^## ", "");
            if (!paragraph.equals(line)) {
                sections.add(new TextSection(paragraph, "s" + sections.size(), body.length()));
            }
            body.append(paragraph).append('\n');
        }
        return new SearchDocument(
                ObjectRef.of(TYPE, idTitleText[0]),
                language,
                List.of(language),
                Set.of(Audience.PUBLIC),
                idTitleText[1],
                new SearchText(body.toString().strip(), sections, List.of()),
                SearchFacts.none());
    }

    /** Returns the lines of a resource without those that say something about it. */
    private static List<String> lines(String resource) {
        try (InputStream in = GoldenSet.class.getResourceAsStream(resource)) {
            String all = new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
            return all.lines()
                    .filter(line -> !line.startsWith("# ") && !line.isBlank())
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
