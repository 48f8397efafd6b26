// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.quickstart;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.model.ImportedArticle;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.model.SearchQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Questions whose right article is known, one a line: the article's path, a tab, the question. */
final class QuestionList {
    private final Search search;
    private final Map<ObjectRef, String> paths;

    QuestionList(Blocks blocks, Actor host) {
        search = blocks.search();
        paths = pathsByArticle(blocks.knowledge(), host);
    }

    /** Asks them all, and shows how often the first article found is the right one, and where it is not. */
    void ask(Actor reader, Path file, Console console) throws IOException {
        List<String[]> questions = Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", 2))
                .toList();
        console.heading(questions.size() + " Fragen in den Worten der Kunden");
        int right = 0;
        for (String[] question : questions) {
            String found = firstFound(reader, question[1]);
            if (found.equals(question[0])) {
                right++;
            } else {
                console.line("daneben: " + question[1]);
                console.line("         gefunden " + found + ", richtig " + question[0]);
            }
        }
        console.line("P@1 = " + right + "/" + questions.size() + ": so oft ist der erste Artikel der richtige");
    }

    private String firstFound(Actor reader, String question) {
        List<SearchHit> hits = search.find(reader, SearchQuery.of(question).among("article"), PageRequest.first(1)).hits()
                .items();
        return hits.isEmpty() ? "nichts" : paths.getOrDefault(hits.get(0).object(), "ein anderer Artikel");
    }

    /** A hit names an article; only the import knows from which file that came. */
    private static Map<ObjectRef, String> pathsByArticle(KnowledgeBase knowledge, Actor host) {
        Map<ObjectRef, String> paths = new HashMap<>();
        PageRequest request = PageRequest.first(PageRequest.MAX_LIMIT);
        Page<ImportedArticle> page = knowledge.intake().list(host, ArticleImport.OWN, request);
        page.items()
                .forEach(article -> paths.put(
                        ObjectRef.of("article", article.id()), article.source().path()));
        return paths;
    }
}
