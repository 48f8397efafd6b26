// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.search.model.Facet;
import dev.portalblocks.search.model.FacetCount;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.IndexQuery.Filter;
import dev.portalblocks.search.spi.RankedHit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final VisibleTexts texts;
    private final AskedWords words;

    private IndexSearch(IndexView view, Languages languages, IndexQuery query, Readership readership)
            throws IOException {
        this.view = view;
        this.languages = languages;
        this.query = query;
        this.readership = readership;
        texts = view.textsFor(readership);
        words = new AskedWords(query.text(), view.getIndexReader(), texts, this::editorsWords);
    }

    /** Returns a search for what this reader sees. */
    static IndexSearch of(IndexView view, Languages languages, IndexQuery query, Readership readership)
            throws IOException {
        return new IndexSearch(view, languages, query, readership);
    }

    /** Returns up to {@code limit} hits behind a place, and what the reader may have meant. */
    IndexAnswer answer(@Nullable Keyset after, int limit) throws IOException {
        Set<String> present = view.analysesOf(texts);
        Set<TextAnalysis> asked = asked(present);
        words.correct(asked);
        Optional<String> correction = Optional.empty();
        for (TextAnalysis language : asked) {
            correction = correction.isPresent() ? correction : words.corrected(language);
        }
        Query fitting = fitting(present);
        return new IndexAnswer(hits(fitting, after, limit), correction.orElse(null), facets(fitting));
    }

    private EditorsWords editorsWords(TextAnalysis analysis) {
        return EditorsWords.of(
                analysis,
                query.synonyms().stream()
                        .filter(synonym -> languages.of(synonym.language()) == analysis)
                        .toList());
    }

    private Set<TextAnalysis> asked(Set<String> present) {
        return query.languages().stream()
                .map(languages::of)
                .filter(analysis -> present.contains(analysis.name()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<RankedHit> hits(Query fitting, @Nullable Keyset after, int limit) throws IOException {
        VisibleSearcher searcher = new VisibleSearcher(view.getIndexReader(), texts);
        Place place = after == null ? null : Place.of(after);
        ShownHits shown = new ShownHits(languages, words);
        List<RankedHit> hits = new ArrayList<>();
        for (BestHits.Hit hit : searcher.search(among(query.only(), fitting), BestHits.after(place, limit))) {
            Document stored = searcher.storedFields().document(hit.document());
            hits.add(new RankedHit(shown.of(stored, hit.place()), hit.place().keyset()));
        }
        return List.copyOf(hits);
    }

    /** Counts by each facet as if the query were not narrowed by it, so that one sees what else could be chosen. */
    private Map<Facet, List<FacetCount>> facets(Query fitting) throws IOException {
        Map<Facet, List<FacetCount>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : query.facets()) {
            Query found = among(query.only().without(facet), fitting);
            facets.put(facet, view.search(found, FacetCounts.by(Fields.of(facet))));
        }
        return facets;
    }

    private Query among(Filter only, Query fitting) {
        return new BooleanQuery.Builder()
                .add(fitting, Occur.MUST)
                .add(readership.documents(), Occur.FILTER)
                .add(Readers.among(only), Occur.FILTER)
                .add(Readers.inFirstOf(query.languages()), Occur.FILTER)
                .build();
    }

    /** Asks in every language in which there are texts; which of them a reader is shown is decided beside this. */
    private Query fitting(Set<String> present) {
        Set<String> asked = asked(present).stream().map(TextAnalysis::name).collect(Collectors.toSet());
        int others = present.size() - asked.size();
        int forOthers = asked.isEmpty() ? MAX_CLAUSES : CLAUSES_OF_OTHERS;
        int forAsked = others == 0 ? MAX_CLAUSES : MAX_CLAUSES - CLAUSES_OF_OTHERS;
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String analysis : present) {
            int share = asked.contains(analysis) ? forAsked / asked.size() : forOthers / others;
            any.add(WordsQuery.of(words.in(languages.named(analysis)), share), Occur.SHOULD);
        }
        return any.build();
    }
}
