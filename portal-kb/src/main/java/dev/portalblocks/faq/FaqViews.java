// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText.Localized;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntry;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSection;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.FaqText;
import dev.portalblocks.faq.spi.PublishedFaqEntry;
import dev.portalblocks.faq.spi.StoredFaqSection;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.TextOrigin;
import java.time.Instant;
import java.util.List;

/** What is stored, as readers get it at one moment and as events name it. */
final class FaqViews {
    /** The type of entries in references and in the search. */
    static final String ENTRY = "faq";

    private FaqViews() {}

    /** Returns the entry, of which something is shown at this moment. */
    static FaqEntry served(PublishedFaqEntry entry, Instant moment, LanguageTag wanted, LanguageTag last) {
        Revision<FaqContent> revision = entry.shownAt(moment).orElseThrow().revision();
        FaqContent content = revision.content();
        LanguageTag language = wanted.servedFrom(content.texts().keySet(), last, content.language());
        FaqText text = text(content, language);
        TextOrigin origin = revision.origins().get(language);
        return new FaqEntry(
                entry.id(),
                entry.place().section(),
                language,
                content.languages(),
                text.question(),
                text.shortAnswer(),
                text.answer(),
                origin == null ? revision.number() : origin.revision(),
                revision.publishedAt(),
                revision.isOutdated(language));
    }

    static FaqSection served(
            StoredFaqSection section,
            List<PublishedFaqEntry> entries,
            Instant moment,
            LanguageTag wanted,
            LanguageTag last) {
        Localized title = section.title().resolve(wanted, last);
        List<FaqEntry> served = entries.stream()
                .map(entry -> served(entry, moment, wanted, last))
                .toList();
        return new FaqSection(section.id(), title.language(), title.text(), served);
    }

    static ObjectRef ref(FaqEntryId id) {
        return ObjectRef.of(ENTRY, id);
    }

    static ObjectRef ref(FaqSectionId id) {
        return ObjectRef.of("faq-section", id);
    }

    private static FaqText text(FaqContent content, LanguageTag language) {
        FaqText text = content.texts().get(language);
        if (text == null) {
            throw new IllegalArgumentException("No text in " + language);
        }
        return text;
    }
}
