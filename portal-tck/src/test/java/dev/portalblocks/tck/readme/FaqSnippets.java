// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.Transcript;
import dev.portalblocks.faq.Faq;
import dev.portalblocks.faq.FaqProposals;
import dev.portalblocks.faq.model.AddFaqEntry;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntry;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSection;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.FaqText;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.faq.model.SubmitFaqEntry;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.messaging.model.ConversationId;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines that the guide to questions and answers shows. */
final class FaqSnippets {
    private FaqSnippets() {}

    static FaqEntryId written(Faq faq, Actor anton, Actor lena, FaqSectionId storm) {
        // guide begins
        FaqText text = FaqText.of("Wie melde ich Hagel?", "Im Portal unter **Schaden**, rund um die Uhr.")
                .inShort("Im Portal, rund um die Uhr."); // for a list, or a chat
        FaqContent content = FaqContent.of(LanguageTag.GERMAN, text);
        FaqEntryId hail =
                faq.editor().add(anton, AddFaqEntry.of(storm, content)).id(); // an author's draft
        faq.workflow().submit(anton, SubmitFaqEntry.of(hail, LanguageTag.GERMAN));
        LocalDateTime monday = LocalDateTime.parse("2026-11-23T08:00"); // by the clock on the tenant's wall
        faq.editor().publish(lena, PublishFaqEntry.of(hail).shown(monday, null));
        // guide ends
        return hail;
    }

    static List<String> shown(Faq faq, Actor visitor) {
        List<String> page = new ArrayList<>();
        // guide begins
        for (FaqSection section : faq.sections(visitor, LanguageTag.GERMAN)) {
            for (FaqEntry entry : section.entries()) {
                String line = entry.shortAnswer() != null ? entry.shortAnswer() : entry.answer();
                page.add(section.title() + ": " + entry.question() + " " + line);
            }
        }
        // guide ends
        return page;
    }

    static Optional<FaqContent> proposed(
            Inbox inbox, Faq faq, Actor sabine, ConversationId conversation, Actor anton, FaqSectionId storm) {
        // guide begins
        Transcript transcript = inbox.desk().transcript(sabine, conversation);
        List<String> names = List.of("Erika Mustermann", "Sabine Groß"); // you know whose conversation it was
        Optional<FaqContent> proposed = FaqProposals.of(transcript, LanguageTag.GERMAN, names);
        proposed.ifPresent(draft -> faq.editor().add(anton, AddFaqEntry.of(storm, draft)));
        // guide ends
        return proposed;
    }
}
