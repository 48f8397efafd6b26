// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One published object in one language, as the index takes it.
 *
 * @param object what it is; the object's type is what results are filtered by
 * @param language in which language this is
 * @param languages every language in which the object is published, the one that it was written in first
 * @param audiences for whom it is published; at least one
 * @param title one line
 * @param text what it says
 * @param facts what else is known of it
 */
public record SearchDocument(
        ObjectRef object,
        LanguageTag language,
        List<LanguageTag> languages,
        Set<Audience> audiences,
        String title,
        SearchText text,
        SearchFacts facts) {

    /** Copies the collections. */
    public SearchDocument {
        languages = List.copyOf(languages);
        audiences = Set.copyOf(audiences);
    }

    /**
     * What a document says, as plain text.
     *
     * @param body all of it, paragraphs on lines of their own
     * @param sections where its headings stand, in their order
     * @param tags words that its editors gave it
     */
    public record SearchText(String body, List<TextSection> sections, List<String> tags) {
        /** Copies the lists. */
        public SearchText {
            sections = List.copyOf(sections);
            tags = List.copyOf(tags);
        }

        /** Returns a text without headings and tags. */
        public static SearchText of(String body) {
            return new SearchText(body, List.of(), List.of());
        }

        /** Returns what its headings say. */
        public List<String> headings() {
            return sections.stream().map(TextSection::heading).toList();
        }
    }

    /**
     * What moves a document a little among others that fit alike; an engine may weigh it as it sees fit.
     *
     * @param changed when it last changed; null where nobody knows
     * @param helpful which share of its readers called it helpful, 0 to 1; null where nobody knows
     */
    public record Signals(
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Instant changed,

            @Nullable Double helpful) {
        private static final Signals NONE = new Signals(null, null);

        /** Throws {@link PortalException.InvalidInput} {@code search-document.helpful} for a share below 0 or above 1. */
        public Signals {
            if (helpful != null && !(helpful >= 0 && helpful <= 1)) {
                throw new PortalException.InvalidInput("search-document.helpful");
            }
        }
    }

    /**
     * What is known of a document beside its text.
     *
     * @param categories the ids of those it stands in
     * @param owner whose it is: other customers don't see it; null for one that is nobody's own
     * @param from since when it is shown; null for ever since
     * @param until when it is shown no longer; null for ever on
     * @param signals what moves it a little up or down among texts that fit alike
     */
    public record SearchFacts(
            Set<String> categories,
            @Nullable CustomerId owner,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Instant from,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            Instant until,

            Signals signals) {
        private static final SearchFacts NONE = new SearchFacts(Set.of(), null, null, null, Signals.NONE);

        /** Copies the set. */
        public SearchFacts {
            categories = Set.copyOf(categories);
        }

        /** Returns that nothing is known. */
        public static SearchFacts none() {
            return NONE;
        }

        /** Returns that it stands in these categories. */
        public static SearchFacts in(Set<String> categories) {
            return new SearchFacts(categories, null, null, null, Signals.NONE);
        }

        /** Returns these facts of a document that is this customer's own. */
        public SearchFacts of(CustomerId customer) {
            return new SearchFacts(categories, customer, from, until, signals);
        }

        /** Returns these facts of a document that is shown between these instants; null for no end on that side. */
        public SearchFacts shown(@Nullable Instant since, @Nullable Instant end) {
            return new SearchFacts(categories, owner, since, end, signals);
        }

        /** Returns these facts of a document that last changed then. */
        public SearchFacts changed(Instant at) {
            return new SearchFacts(categories, owner, from, until, new Signals(at, signals.helpful()));
        }

        /** Returns these facts of a document that this share of its readers called helpful, 0 to 1. */
        public SearchFacts helpful(double share) {
            return new SearchFacts(categories, owner, from, until, new Signals(signals.changed(), share));
        }
    }
}
