// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.search.model.Suggestion;
import dev.portalblocks.search.spi.IndexQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.Query;

/** The titles that somebody may be typing, in one state of an index. */
final class TitleSuggestions {
    private static final Set<String> SHOWN = Set.of(Fields.TITLE, Fields.LANGUAGE);
    /** Titles may be the same; so many times more are looked at then, … */
    private static final int MORE = 8;
    /** … up to so many. */
    private static final int MOST = 2000;

    private final IndexView view;
    private final Languages languages;
    private final IndexQuery query;
    private final VisibleTexts texts;
    private final AskedText asked;

    private TitleSuggestions(IndexView view, Languages languages, IndexQuery query, Readership readership)
            throws IOException {
        this.view = view;
        this.languages = languages;
        this.query = query;
        texts = view.textsFor(readership);
        asked = AskedText.of(query.text());
    }

    /** A query that is made of what was typed. */
    private interface Way {
        Query of(TypedTitle typed);
    }

    /** Returns up to {@code limit} suggestions, the best first, those in the reader's languages before others. */
    static List<Suggestion> first(
            int limit, IndexView view, Languages languages, IndexQuery query, Readership readership)
            throws IOException {
        TitleSuggestions suggestions = new TitleSuggestions(view, languages, query, readership);
        List<TypedTitle> typed = suggestions.typed();
        List<Suggestion> all = suggestions.first(limit, typed, TitleQuery::ofAll);
        return all.isEmpty() ? suggestions.first(limit, typed, TitleQuery::ofLast) : all;
    }

    /** Returns what was typed as each language takes it, the reader's own first. */
    private List<TypedTitle> typed() throws IOException {
        Set<String> present = view.analysesOf(texts);
        Set<String> names = new LinkedHashSet<>();
        query.languages().forEach(language -> names.add(languages.of(language).name()));
        names.retainAll(present);
        names.addAll(present);
        AskedWords words = new AskedWords(
                asked, false, view.getIndexReader(), texts, analysis -> EditorsWords.of(analysis, List.of()));
        List<TypedTitle> typed = new ArrayList<>();
        for (String name : names) {
            TypedWords known = new TypedWords(view.getIndexReader(), texts, name);
            typed.add(TypedTitle.of(words.in(languages.named(name)), asked, known));
        }
        typed.removeIf(title -> title.words().isEmpty());
        return typed;
    }

    private List<Suggestion> first(int limit, List<TypedTitle> typed, Way way) throws IOException {
        Map<String, Suggestion> byTitle = new LinkedHashMap<>();
        for (TypedTitle title : typed) {
            if (byTitle.size() < limit) {
                collect(limit, way.of(title), new TitleMarker(title), byTitle);
            }
        }
        return List.copyOf(byTitle.values());
    }

    private void collect(int limit, Query fitting, TitleMarker marker, Map<String, Suggestion> byTitle)
            throws IOException {
        VisibleSearcher searcher = new VisibleSearcher(view.getIndexReader(), texts);
        SeenDocuments shown = IndexSearch.shown(view, texts, query.languages(), query.only());
        int seen = 0;
        for (int size = 2 * limit; byTitle.size() < limit && size <= MOST; size *= MORE) {
            List<BestHits.Hit> hits = searcher.search(fitting, shown, BestTitles.first(size));
            for (BestHits.Hit hit : hits.subList(seen, hits.size())) {
                if (byTitle.size() < limit) {
                    Document stored = searcher.storedFields().document(hit.document(), SHOWN);
                    String title = stored.get(Fields.TITLE);
                    byTitle.putIfAbsent(title.strip().toLowerCase(Locale.ROOT), suggestion(hit, stored, marker));
                }
            }
            if (hits.size() < size) {
                return;
            }
            seen = hits.size();
        }
    }

    private static Suggestion suggestion(BestHits.Hit hit, Document stored, TitleMarker marker) {
        return new Suggestion(
                ObjectRef.parse(hit.place().object()),
                LanguageTag.of(stored.get(Fields.LANGUAGE)),
                marker.marked(stored.get(Fields.TITLE)));
    }
}
