// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.quickstart;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.model.SearchQuery;
import java.util.List;

/** Asks the one search over articles and FAQ, and shows what it found. */
final class Answers {
    private final Search search;
    private final LanguageTag language;
    private final Console console;

    Answers(Search search, LanguageTag language, Console console) {
        this.search = search;
        this.language = language;
        this.console = console;
    }

    List<SearchHit> show(Actor reader, String question, int atMost) {
        console.heading("Frage: " + question + (reader.isSignedIn() ? "" : " (ohne Anmeldung)"));
        List<SearchHit> hits = search.find(reader, SearchQuery.of(question).in(language), PageRequest.first(atMost)).hits()
                .items();
        if (hits.isEmpty()) {
            console.line("nichts gefunden");
        }
        for (int i = 0; i < hits.size(); i++) {
            SearchHit hit = hits.get(i);
            console.hit(i + 1, hit.object().toString(), hit.title(), hit.snippet());
        }
        return hits;
    }

    /** Returns the article that was found. */
    static ArticleId article(SearchHit hit) {
        return ArticleId.of(hit.object());
    }
}
