// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import dev.portalblocks.core.answer.AnswerPassage;
import dev.portalblocks.core.answer.AnswerQuery;
import dev.portalblocks.core.answer.AnswerSource;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.model.Facet;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.model.SearchResults;
import dev.portalblocks.search.model.SuggestQuery;
import dev.portalblocks.search.model.Suggestion;
import java.util.List;

/** The lines that the guide to searching shows. */
final class SearchingSnippets {
    private SearchingSnippets() {}

    /** The host's page. */
    interface Shown {
        void show(String link, String title, String snippet);

        void offer(ObjectRef source, String title, String text, double confidence);
    }

    static SearchResults find(Search search, Actor actor, Shown page) {
        // guide begins
        SearchQuery query =
                SearchQuery.of("„grüne Karte“ -Kfz").in(LanguageTag.GERMAN).counting(Facet.TYPE);
        SearchResults found = search.find(actor, query, PageRequest.first(10));
        for (SearchHit hit : found.hits().items()) {
            String link =
                    hit.anchor() == null ? hit.object().id() : hit.object().id() + "#" + hit.anchor();
            page.show(link, hit.title().toHtml(), hit.snippet().toHtml()); // all but the marks is escaped
        }
        // guide ends
        return found;
    }

    static String suggest(Search search, Actor actor) {
        // guide begins
        List<Suggestion> list = search.suggest(actor, SuggestQuery.of("kü haft").in(LanguageTag.GERMAN));
        String first = list.get(0).title().toHtml(); // <mark>Haft</mark>pflicht <mark>kü</mark>ndigen
        // guide ends
        return first;
    }

    static void answer(Search search, Actor actor, String message, Shown page) {
        // guide begins
        AnswerSource answers = search.answers();
        for (AnswerPassage passage :
                answers.suggestAnswers(actor, AnswerQuery.of(message).atMost(3)).passages()) {
            page.offer(passage.source(), passage.title(), passage.text(), passage.confidence());
        }
        // guide ends
    }
}
