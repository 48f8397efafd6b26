// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq;

import static dev.portalblocks.core.model.LanguageTag.GERMAN;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.faq.memory.MemoryFaqStorage;
import dev.portalblocks.faq.model.AddFaqEntry;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.faq.spi.FaqStorage;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A portal in memory with an FAQ, of which a test owns the time and the random numbers. */
final class FaqHouse {
    static final TenantId ACME = TenantId.of("acme");
    static final TenantId OTHER = TenantId.of("other");
    static final Actor EDITOR = Actor.agent(ACME, "edda", "editor");
    static final Actor VISITOR = Actor.anonymous(ACME);
    static final Actor CUSTOMER = Actor.customer(ACME, CustomerId.of("4711"));

    final Memory memory = new Memory();
    final Faq faq;
    private final MemoryCoreStorage core = MemoryCoreStorage.in(memory);
    private Instant now = Instant.parse("2026-11-21T08:00:00Z");

    FaqHouse() {
        this(RolePolicy.standard(), storage -> storage);
    }

    FaqHouse(AccessPolicy policy, UnaryOperator<FaqStorage> wrapped) {
        this(policy, wrapped, false);
    }

    private FaqHouse(AccessPolicy policy, UnaryOperator<FaqStorage> wrapped, boolean isReviewed) {
        Portal portal = Portal.builder(core)
                .clock(() -> now)
                .random(new Random(4711))
                .policy(policy)
                .build();
        Faq.Builder builder = Faq.builder(portal, wrapped.apply(MemoryFaqStorage.in(memory)));
        faq = (isReviewed ? builder.reviewed() : builder).build();
    }

    /** Returns a house in which only what was submitted is published. */
    static FaqHouse reviewed() {
        return new FaqHouse(RolePolicy.standard(), storage -> storage, true);
    }

    Instant time() {
        return now;
    }

    void setTime(String instant) {
        now = Instant.parse(instant);
    }

    FaqSectionId section(String title) {
        return section(EDITOR, title);
    }

    FaqSectionId section(Actor editor, String title) {
        return faq.outline()
                .add(editor, AddFaqSection.of(LocalizedText.german(title)))
                .id();
    }

    FaqEntryId draft(FaqSectionId section, String question) {
        return draft(section, FaqContent.of(GERMAN, question, "Antwort auf " + question));
    }

    FaqEntryId draft(FaqSectionId section, FaqContent content) {
        return faq.editor().add(EDITOR, AddFaqEntry.of(section, content)).id();
    }

    FaqEntryId published(FaqSectionId section, String question) {
        return publish(draft(section, question));
    }

    FaqEntryId published(FaqSectionId section, FaqContent content) {
        return publish(draft(section, content));
    }

    FaqEntryId publish(FaqEntryId entry) {
        faq.editor().publish(EDITOR, PublishFaqEntry.of(entry));
        return entry;
    }

    /** Returns everything that was reported so far, in order. */
    List<RecordedEvent> events() {
        return memory.read(
                tx -> core.events().read(tx, ACME, LogPosition.START, 10_000).events());
    }

    /** Returns the types of what was reported, without the words that all of them share. */
    List<String> eventTypes() {
        return events().stream()
                .map(event -> event.type().replace("portalblocks.faq.", "").replace(".v1", ""))
                .toList();
    }
}
