// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.search.model.SearchHit;
import java.io.IOException;
import org.apache.lucene.document.Document;

/** Shows of a document that was found what fits the reader's words. */
final class ShownHits {
    private final Languages languages;
    private final AskedWords words;

    ShownHits(Languages languages, AskedWords words) {
        this.languages = languages;
        this.words = words;
    }

    /** Returns a document as it is shown to who asked. */
    SearchHit of(Document stored, Place place) throws IOException {
        LanguageTag language = LanguageTag.of(stored.get(Fields.LANGUAGE));
        Marker marker = new Marker(words.in(languages.of(language)));
        String body = stored.get(Fields.BODY);
        Passages.Passage passage = Passages.best(body, marker.in(body), language.locale());
        return new SearchHit(
                ObjectRef.parse(place.object()),
                language,
                marker.marked(stored.get(Fields.TITLE)),
                passage.snippet(),
                passage.matches() ? Sections.anchorAt(stored.get(Fields.SECTIONS), passage.from()) : null,
                place.score());
    }
}
