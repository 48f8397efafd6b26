// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.footprints.faq;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.faq.Faq;
import dev.portalblocks.faq.memory.MemoryFaqStorage;
import dev.portalblocks.faq.model.AddFaqEntry;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.PublishFaqEntry;

/** Shows that the FAQ runs without a knowledge base, on the module path. */
public final class FaqAlone {
    private FaqAlone() {}

    /** Prints the module it runs in, and the answer of one call. */
    public static void main(String[] args) {
        Memory memory = new Memory();
        try (Portal portal = Portal.of(memory)) {
            Faq faq = Faq.of(portal, MemoryFaqStorage.in(memory));
            TenantId acme = TenantId.of("acme");
            FaqEntryId published = publishOne(faq, Actor.agent(acme, "edda", "editor"));
            System.out.println(FaqAlone.class.getModule().getName());
            System.out.println(faq.read(Actor.anonymous(acme), published, LanguageTag.ENGLISH)
                    .answer());
        }
    }

    private static FaqEntryId publishOne(Faq faq, Actor editor) {
        AddFaqSection section = AddFaqSection.of(LocalizedText.of(LanguageTag.ENGLISH, "Contract"));
        FaqSectionId id = faq.outline().add(editor, section).id();
        FaqContent content = FaqContent.of(LanguageTag.ENGLISH, "How do I cancel?", "In writing.");
        FaqEntryId entry = faq.editor().add(editor, AddFaqEntry.of(id, content)).id();
        return faq.editor().publish(editor, PublishFaqEntry.of(entry)).id();
    }
}
