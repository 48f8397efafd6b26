// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.RankedHit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** One query against one state of an index. */
final class IndexSearch {
    /** Of all clauses that Lucene allows; what decides who may see what needs the others. */
    private static final int MAX_CLAUSES = 900;
    /** Of these, what the languages get that the reader did not ask for. */
    private static final int CLAUSES_OF_OTHERS = 200;

    private final IndexView view;
    private final Languages languages;
    private final IndexQuery query;
    private final Readership readership;
    private final Map<String, QueryWords> words = new HashMap<>();

    private IndexSearch(IndexView view, Languages languages, IndexQuery query, Readership readership) {
        this.view = view;
        this.languages = languages;
        this.query = query;
        this.readership = readership;
    }

    /** Returns a search for what this reader sees. */
    static IndexSearch of(IndexView view, Languages languages, IndexQuery query, Readership readership) {
        return new IndexSearch(view, languages, query, readership);
    }

    /** Returns up to {@code limit} hits behind a place. */
    List<RankedHit> hits(@Nullable Keyset after, int limit) throws IOException {
        VisibleTexts texts = view.textsFor(readership);
        Query found = new BooleanQuery.Builder()
                .add(fitting(view.analysesOf(texts)), Occur.MUST)
                .add(readership.documents(), Occur.FILTER)
                .add(Readers.ofTypes(query.types()), Occur.FILTER)
                .add(Readers.inFirstOf(query.languages()), Occur.FILTER)
                .build();
        VisibleSearcher searcher = new VisibleSearcher(view.getIndexReader(), texts);
        Place place = after == null ? null : Place.of(after);
        List<RankedHit> hits = new ArrayList<>();
        for (BestHits.Hit hit : searcher.search(found, BestHits.after(place, limit))) {
            Document stored = searcher.storedFields().document(hit.document());
            hits.add(new RankedHit(hit(stored, hit.place()), hit.place().keyset()));
        }
        return List.copyOf(hits);
    }

    /** Asks in every language in which there are texts; which of them a reader is shown is decided beside this. */
    private Query fitting(Set<String> present) {
        Set<String> asked = query.languages().stream()
                .map(language -> languages.of(language).name())
                .filter(present::contains)
                .collect(Collectors.toSet());
        int others = present.size() - asked.size();
        int forOthers = asked.isEmpty() ? MAX_CLAUSES : CLAUSES_OF_OTHERS;
        int forAsked = others == 0 ? MAX_CLAUSES : MAX_CLAUSES - CLAUSES_OF_OTHERS;
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String analysis : present) {
            int share = asked.contains(analysis) ? forAsked / asked.size() : forOthers / others;
            any.add(WordsQuery.of(wordsIn(languages.named(analysis)), share), Occur.SHOULD);
        }
        return any.build();
    }

    private QueryWords wordsIn(TextAnalysis analysis) {
        return words.computeIfAbsent(analysis.name(), name -> QueryWords.of(analysis, query.text()));
    }

    private SearchHit hit(Document stored, Place place) {
        LanguageTag language = LanguageTag.of(stored.get(Fields.LANGUAGE));
        Marker marker = new Marker(wordsIn(languages.of(language)));
        String body = stored.get(Fields.BODY);
        return new SearchHit(
                ObjectRef.parse(place.object()),
                language,
                marker.marked(stored.get(Fields.TITLE)),
                Passages.best(body, marker.in(body), language.locale()),
                place.score());
    }
}
