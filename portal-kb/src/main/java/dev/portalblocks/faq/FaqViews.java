// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText.Localized;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.faq.model.EditedFaqEntry;
import dev.portalblocks.faq.model.EditedFaqSection;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntry;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSection;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.FaqText;
import dev.portalblocks.faq.spi.StoredFaqEntry;
import dev.portalblocks.faq.spi.StoredFaqSection;
import java.util.List;

/** What is stored, as readers and editors get it and as events name it. */
final class FaqViews {
    /** The type of entries in references and in the search. */
    static final String ENTRY = "faq";

    private FaqViews() {}

    static FaqEntry served(StoredFaqEntry entry, LanguageTag wanted, LanguageTag last) {
        FaqContent content = entry.content();
        LanguageTag language = wanted.servedFrom(content.texts().keySet(), last, content.language());
        FaqText text = text(content, language);
        return new FaqEntry(
                entry.id(), entry.place().section(), language, content.languages(), text.question(), text.answer());
    }

    static FaqSection served(
            StoredFaqSection section, List<StoredFaqEntry> entries, LanguageTag wanted, LanguageTag last) {
        Localized title = section.title().resolve(wanted, last);
        List<FaqEntry> served =
                entries.stream().map(entry -> served(entry, wanted, last)).toList();
        return new FaqSection(section.id(), title.language(), title.text(), served);
    }

    static EditedFaqEntry edited(StoredFaqEntry entry) {
        return new EditedFaqEntry(
                entry.id(),
                entry.place().section(),
                entry.state(),
                entry.content(),
                entry.version(),
                entry.changedAt());
    }

    static EditedFaqSection edited(StoredFaqSection section) {
        return new EditedFaqSection(section.id(), section.title(), section.version(), section.changedAt());
    }

    static ObjectRef ref(FaqEntryId id) {
        return ObjectRef.of(ENTRY, id);
    }

    static ObjectRef ref(FaqSectionId id) {
        return ObjectRef.of("faq-section", id);
    }

    static FaqText text(FaqContent content, LanguageTag language) {
        FaqText text = content.texts().get(language);
        if (text == null) {
            throw new IllegalArgumentException("No text in " + language);
        }
        return text;
    }
}
