// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.search.model.Facet;
import dev.portalblocks.search.model.FacetCount;
import dev.portalblocks.search.model.SearchHit;
import dev.portalblocks.search.spi.IndexAnswer;
import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.search.spi.IndexQuery.Filter;
import dev.portalblocks.search.spi.RankedHit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** One query against one state of an index. */
final class IndexSearch {
    private final IndexView view;
    private final Languages languages;
    private final IndexQuery query;
    private final Reading reading;
    private final VisibleTexts texts;
    private final VisibleSearcher searcher;
    private final AskedText asked;
    private final AskedWords words;

    private IndexSearch(IndexView view, Languages languages, IndexQuery query, Reading reading, AskedText asked)
            throws IOException {
        this.view = view;
        this.languages = languages;
        this.query = query;
        this.reading = reading;
        texts = view.textsFor(reading.first());
        searcher = new VisibleSearcher(view.getIndexReader(), texts);
        this.asked = asked;
        words = new AskedWords(asked, query.typing(), view.getIndexReader(), texts, this::editorsWords);
    }

    /** Returns a search for what this reader sees. */
    static IndexSearch of(IndexView view, Languages languages, IndexQuery query, Reading reading) throws IOException {
        return new IndexSearch(view, languages, query, reading, AskedText.of(query.text()));
    }

    /** Returns up to {@code limit} hits behind a place, and what the reader may have meant. */
    IndexAnswer answer(@Nullable Keyset after, int limit) throws IOException {
        Set<TextAnalysis> read = asked(present());
        words.correct(read);
        FittingQuery fitting = fitting();
        if (asked.isSentenceWithSigns() && !findsAnything(fitting)) {
            return withoutSigns(after, limit);
        }
        return new IndexAnswer(hits(fitting, after, limit), shown(correction(read)), facets(fitting));
    }

    private Optional<String> correction(Set<TextAnalysis> read) throws IOException {
        for (TextAnalysis language : read) {
            Optional<String> better = words.corrected(language);
            if (better.isPresent()) {
                return leavesSomething(better.get()) ? better : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A word that was put right finds something, of which the reader's signs may leave nothing. */
    private boolean leavesSomething(String better) throws IOException {
        if (asked.quotations().isEmpty() && asked.exclusions().isEmpty()) {
            return true;
        }
        IndexSearch search = new IndexSearch(view, languages, query, reading, AskedText.of(better));
        search.words.correct(search.asked(present()));
        return search.findsAnything(search.fitting());
    }

    /** What is seen no more may be where a word came from. */
    private @Nullable String shown(Optional<String> correction) {
        return reading.isUnchanged() ? correction.orElse(null) : null;
    }

    /** Returns what Lucene is asked for the hits. */
    Query form() throws IOException {
        words.correct(asked(present()));
        return new BooleanQuery.Builder()
                .add(fitting().whole(), Occur.MUST)
                .add(reading.documents(), Occur.FILTER)
                .add(Readers.among(query.only()), Occur.FILTER)
                .add(Readers.inFirstOf(query.languages()), Occur.FILTER)
                .build();
    }

    private EditorsWords editorsWords(TextAnalysis analysis) {
        return EditorsWords.of(
                analysis,
                query.synonyms().stream()
                        .filter(synonym -> languages.of(synonym.language()) == analysis)
                        .toList());
    }

    /** Whether any filter leaves something of it is another matter: facets show where it would be found. */
    private boolean findsAnything(FittingQuery fitting) throws IOException {
        return texts.in(query.languages()).hasAny(searcher, fitting.matching());
    }

    /** In a sentence signs that leave nothing were not meant as such; the answer says how it was taken. */
    private IndexAnswer withoutSigns(@Nullable Keyset after, int limit) throws IOException {
        AskedText plain = AskedText.plain(asked.withoutSigns());
        IndexSearch search = new IndexSearch(view, languages, query, reading, plain);
        IndexAnswer answer = search.answer(after, limit);
        boolean isOffered =
                answer.correction() == null && (!answer.hits().isEmpty() || search.findsAnything(search.fitting()));
        return isOffered ? new IndexAnswer(answer.hits(), plain.text(), answer.facets()) : answer;
    }

    private Set<String> present() throws IOException {
        return view.analysesOf(texts);
    }

    private Set<TextAnalysis> asked(Set<String> present) {
        return query.languages().stream()
                .map(languages::of)
                .filter(analysis -> present.contains(analysis.name()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<RankedHit> hits(FittingQuery fitting, @Nullable Keyset after, int limit) throws IOException {
        Place place = after == null ? null : Place.of(after);
        ViewMark mark = reading.mark(view);
        long today = Signals.day(reading.at());
        RankedSearch ranked = new RankedSearch(
                searcher, fitting, shown(view, texts, query.languages(), query.only()), shown(query.only()), today);
        List<BestHits.Hit> best = ranked.behind(place, limit);
        List<SearchHit> shown = new ShownHits(languages, words, searcher).of(best);
        List<RankedHit> hits = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            hits.add(new RankedHit(shown.get(i), best.get(i).place().keyset(mark)));
        }
        return List.copyOf(hits);
    }

    /** Counts by each facet as if the query were not narrowed by it, so that one sees what else could be chosen. */
    private Map<Facet, List<FacetCount>> facets(FittingQuery fitting) throws IOException {
        Map<Facet, List<FacetCount>> facets = new EnumMap<>(Facet.class);
        Map<Filter, SeenDocuments> found = new HashMap<>();
        for (Facet facet : query.facets()) {
            Filter others = query.only().without(facet);
            if (!found.containsKey(others)) {
                found.put(others, found(shown(others), fitting));
            }
            facets.put(facet, FacetCounts.of(view, found.get(others), Fields.of(facet)));
        }
        return facets;
    }

    private SeenDocuments found(SeenDocuments among, FittingQuery fitting) throws IOException {
        List<Query> any = fitting.matchingClauses();
        return any.isEmpty() ? among.among(searcher, fitting.matching()) : among.amongAny(searcher, any);
    }

    /** Returns what a reader is shown: what the reader sees of what the filter leaves, in one language each. */
    private SeenDocuments shown(Filter only) throws IOException {
        SeenDocuments first = shown(view, texts, query.languages(), only);
        return reading.isUnchanged() ? first : first.among(view, reading.documents());
    }

    /** Returns what of these texts is shown in these languages, of what the filter leaves. */
    static SeenDocuments shown(IndexView view, VisibleTexts texts, List<LanguageTag> languages, Filter only)
            throws IOException {
        SeenDocuments all = texts.in(languages);
        return only.equals(Filter.none()) ? all : all.among(view, Readers.among(only));
    }

    private FittingQuery fitting() throws IOException {
        List<TextAnalysis> present = new ArrayList<>();
        for (String analysis : present()) {
            present.add(languages.named(analysis));
        }
        return FittingQuery.of(words, present, asked(present()), languages.weights());
    }
}
