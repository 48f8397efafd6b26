// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import static dev.portalblocks.kb.Editorial.NOBODY;
import static dev.portalblocks.kb.Editorial.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.answer.AnswerPassage;
import dev.portalblocks.core.answer.AnswerQuery;
import dev.portalblocks.core.answer.SuggestedAnswers;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.Editorial;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.search.EmptySource;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.model.Facet;
import dev.portalblocks.search.model.SearchDocument;
import dev.portalblocks.search.model.SearchDocument.SearchFacts;
import dev.portalblocks.search.model.SearchDocument.SearchText;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.search.model.SearchResults;
import dev.portalblocks.search.model.SuggestQuery;
import dev.portalblocks.search.model.Suggestion;
import dev.portalblocks.search.spi.SearchChange;
import java.util.List;
import java.util.Set;

/** A search over a handful of texts that is asked on any of its paths, and looks at all that it tells. */
final class FuzzedSearch {
    static final ObjectRef NOTE = ObjectRef.of("note", "1");
    /** What a text may have at most on any path. */
    static final int MOST = 10_000;
    /** So often it lets go of what is no longer shown. */
    private static final int FLUSHED = 200;

    private final Editorial editorial = new Editorial();
    private final LuceneSearchIndex index = LuceneSearchIndex.inMemory();
    private final Search search = Search.builder(
                    editorial.portal,
                    index,
                    editorial.knowledge.searchSource(),
                    new EmptySource(NOTE.type(), Search.SEARCH))
            .readingOn(
                    Runnable::run) // where instrumented classes are slow, a source on a thread of its own seems to hang
            .build();
    private int written;

    FuzzedSearch() {
        publish(editorial.german(
                "Haftpflicht kündigen",
                "Wie Sie Ihre Privathaftpflichtversicherung kündigen.\n\n## Frist\n\nDrei Monate."));
        publish(editorial.german(
                "Wann der Beitrag steigt",
                "Der Beitrag & die „grüne Karte“: 1 < 2. Wir buchen am 1. ab.\n\n- Straße\n- Öl"));
        publish(editorial.german("Umzug melden", "Wer umzieht, meldet den Zählerstand und die neue Adresse um."));
        publish(editorial
                .german("Rechnung verstehen", "Auf der Rechnung stehen Betrag, Umsatzsteuer und die Kundennummer.")
                .with(LanguageTag.ENGLISH, "Understanding the bill", "The bill says what you pay, and why."));
        publish(ArticleContent.of(LanguageTag.ENGLISH, "How to claim", "Customers file claims for bikes' damages."));
        search.follow(PROGRAM);
        assertThat(find(SearchQuery.of("Beitrag")).hits().items()).isNotEmpty();
    }

    private void publish(ArticleContent text) {
        editorial.publish(text);
    }

    /** Writes a text that everybody sees in the place of the one before. */
    void write(String title, SearchText text) {
        SearchDocument note = new SearchDocument(
                NOTE,
                LanguageTag.GERMAN,
                List.of(LanguageTag.GERMAN),
                Set.of(Audience.PUBLIC),
                title,
                text,
                SearchFacts.none());
        index.update(
                Editorial.ACME,
                List.of(new SearchChange(NOTE, List.of(note))),
                index.progress(Editorial.ACME).orElseThrow());
        if (++written % FLUSHED == 0) {
            index.flush();
        }
    }

    /** A path on which a text is asked. */
    enum Asking {
        SEARCHED,
        TYPED,
        SUGGESTED,
        ANSWERED
    }

    /** Asks on this path, looks at all that it tells, and returns which hits it lists. */
    List<SearchHit> ask(Asking path, String text) {
        if (text.length() > MOST) {
            isRefused(path, text);
            return List.of();
        }
        return switch (path) {
            case SEARCHED -> searched(text);
            case TYPED -> look(find(SearchQuery.typing(text)));
            case SUGGESTED -> {
                suggestions(text).forEach(title -> SnippetChecks.areWhole(title.title()));
                yield List.of();
            }
            case ANSWERED -> {
                answers(text).passages().forEach(FuzzedSearch::look);
                yield List.of();
            }
        };
    }

    private List<SearchHit> searched(String text) {
        SearchResults found = find(SearchQuery.of(text));
        String better = found.didYouMean();
        if (better != null) {
            assertThat(better).isNotEqualTo(text);
            assertThat(find(SearchQuery.of(better)).hits().items()).isNotEmpty();
        }
        return look(found);
    }

    private void isRefused(Asking path, String text) {
        assertThatThrownBy(() -> {
                    switch (path) {
                        case SEARCHED -> find(SearchQuery.of(text));
                        case TYPED -> find(SearchQuery.typing(text));
                        case SUGGESTED -> suggestions(text);
                        case ANSWERED -> answers(text);
                    }
                })
                .isInstanceOf(PortalException.InvalidInput.class);
    }

    private List<Suggestion> suggestions(String text) {
        return search.suggest(NOBODY, SuggestQuery.of(text));
    }

    private SuggestedAnswers answers(String text) {
        return search.answers().suggestAnswers(NOBODY, AnswerQuery.of(text));
    }

    private SearchResults find(SearchQuery query) {
        return search.find(NOBODY, query.counting(Facet.values()), PageRequest.first(10));
    }

    private static List<SearchHit> look(SearchResults results) {
        int found = results.hits().items().size();
        for (SearchHit hit : results.hits().items()) {
            SnippetChecks.areWhole(hit.title());
            SnippetChecks.areWhole(hit.snippet());
            assertThat(hit.score()).isFinite().isPositive();
        }
        assertThat(results.facets().get(Facet.TYPE))
                .allSatisfy(count -> assertThat(count.hits()).isBetween(1, found));
        return results.hits().items();
    }

    private static void look(AnswerPassage passage) {
        assertThat(passage.confidence()).isBetween(0.0, 1.0);
        SnippetChecks.isWhole(passage.text());
    }
}
