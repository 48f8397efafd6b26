// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.model;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import java.util.List;
import java.util.Set;

/**
 * One published object in one language, as the index takes it.
 *
 * @param object what it is; the object's type is what results are filtered by
 * @param language in which language this is
 * @param languages every language in which the object is published, the one that it was written in first
 * @param audiences for whom it is published; at least one
 * @param title one line
 * @param text what it says
 */
public record SearchDocument(
        ObjectRef object,
        LanguageTag language,
        List<LanguageTag> languages,
        Set<Audience> audiences,
        String title,
        SearchText text) {

    /** Copies the collections. */
    public SearchDocument {
        languages = List.copyOf(languages);
        audiences = Set.copyOf(audiences);
    }

    /**
     * What a document says, as plain text.
     *
     * @param headings its headings in order
     * @param tags words that its editors gave it
     * @param body everything else, paragraphs on lines of their own
     */
    public record SearchText(List<String> headings, List<String> tags, String body) {
        /** Copies the lists. */
        public SearchText {
            headings = List.copyOf(headings);
            tags = List.copyOf(tags);
        }
    }
}
