// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.search.model.SearchHit;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;

/** Shows of documents that were found what fits the reader's words. For one search. */
final class ShownHits {
    private final Languages languages;
    private final AskedWords words;
    private final VisibleSearcher searcher;
    private final StandingPieces pieces;
    private final Map<TextAnalysis, Marker> markers = new HashMap<>();

    ShownHits(Languages languages, AskedWords words, VisibleSearcher searcher) {
        this.languages = languages;
        this.words = words;
        this.searcher = searcher;
        pieces = new StandingPieces(searcher.getIndexReader());
    }

    /** Returns documents as they are shown to who asked, in this order. */
    List<SearchHit> of(List<BestHits.Hit> hits) throws IOException {
        Map<BestHits.Hit, SearchHit> shown = new HashMap<>();
        StoredFields stored = searcher.storedFields();
        for (BestHits.Hit hit : hits.stream()
                .sorted(Comparator.comparing(BestHits.Hit::document))
                .toList()) {
            shown.put(hit, of(hit, stored.document(hit.document())));
        }
        return hits.stream().map(hit -> Objects.requireNonNull(shown.get(hit))).toList();
    }

    private SearchHit of(BestHits.Hit hit, Document stored) throws IOException {
        LanguageTag language = LanguageTag.of(stored.get(Fields.LANGUAGE));
        Marker marker = marker(languages.of(language));
        String body = stored.get(Fields.BODY);
        StandingPieces.OfDocument standing = marker.standing(pieces, hit.document(), body.length());
        Passages.Passage passage = Passages.best(body, marker.inBody(body, standing), language.locale());
        return new SearchHit(
                ObjectRef.parse(hit.place().object()),
                language,
                marker.markedTitle(stored.get(Fields.TITLE), standing),
                passage.snippet(),
                passage.matches() ? Sections.anchorAt(stored.get(Fields.SECTIONS), passage.from()) : null,
                hit.place().score());
    }

    private Marker marker(TextAnalysis analysis) throws IOException {
        Marker marker = markers.get(analysis);
        if (marker == null) {
            marker = new Marker(words.in(analysis), languages.weights());
            markers.put(analysis, marker);
        }
        return marker;
    }
}
