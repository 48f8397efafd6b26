// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.Mandates;
import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.MandateId;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.docs.model.CreateFolder;
import dev.portalblocks.docs.model.FolderId;
import dev.portalblocks.docs.model.UploadDocument;
import dev.portalblocks.faq.model.AddFaqEntry;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.faq.model.ChangeFaqEntry;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.faq.model.SubmitFaqEntry;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.messaging.model.AddNote;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.messaging.model.UploadAttachment;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import dev.portalblocks.search.model.AddSynonymRule;
import dev.portalblocks.search.model.SynonymRuleId;
import dev.portalblocks.search.model.SynonymTerms;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sample objects of one tenant, beside another tenant that has next to nothing; made through the operations. */
final class SampleWorld {
    static final CustomerId ERIKA = CustomerId.of("4711");
    static final CustomerId OTTO = CustomerId.of("4712");
    /** Acts for either, with a mandate. */
    static final CustomerId ANNA = CustomerId.of("4713");
    /** A word that every sample text holds. */
    static final String WORD = "Hagelschaden";

    final Composition portal;
    /** The tenant that has the sample objects. */
    final TenantId here;
    /** Another one. */
    final TenantId elsewhere;
    /** The samples; the profile is Erika's. */
    final Target target;

    private final Actor host;

    /** Makes the samples for two tenants that the portal has not seen yet. */
    SampleWorld(Composition portal) {
        this(portal, "acme");
    }

    /** Makes the same samples for a tenant whose name begins like this. */
    SampleWorld(Composition portal, String name) {
        this.portal = portal;
        here = portal.newTenant(name);
        elsewhere = portal.newTenant("globex");
        host = Actor.system(here, "sample");
        profile(ERIKA);
        profile(OTTO);
        teams(here);
        teams(elsewhere);
        target = new Target(
                here,
                ERIKA,
                new SampleArticles(portal.knowledge, host).make(),
                entries(),
                synonyms(),
                Map.of(ERIKA, letters(ERIKA, 1), OTTO, letters(OTTO, 2)),
                Map.of(ERIKA, papers(ERIKA), OTTO, papers(OTTO)),
                Map.of(ERIKA, mandates(here, ERIKA), OTTO, mandates(here, OTTO)));
        makeElsewhere();
        Leftovers.in(portal, here);
        Leftovers.in(portal, elsewhere);
        Learnings.in(portal, here);
        Learnings.in(portal, elsewhere);
        OldViews.in(portal, here);
        OldViews.in(portal, elsewhere);
        Undelivered.in(portal, here, ERIKA, OTTO);
        Undelivered.in(portal, elsewhere);
        portal.time.forward(Duration.ofDays(31)); // the keys that were used above can be purged
    }

    /** Brings the index up to date; costs more than everything else, so only who searches asks for it. */
    void index() {
        portal.search.follow(host);
    }

    /** Returns somebody of the tenant who acts for the customer, with a mandate for everything. */
    Actor mandated(TenantId tenant, CustomerId principal) {
        return Actor.customer(tenant, ANNA).actingFor(principal);
    }

    Actor program() {
        return Actor.system(here, "program");
    }

    static FaqContent entry(String question) {
        return FaqContent.of(LanguageTag.GERMAN, question, WORD + " melden.");
    }

    private void profile(CustomerId customer) {
        portal.profiles.change(
                host,
                ChangeProfile.of(
                        customer, ProfilePatch.builder().givenName(WORD).build()));
        portal.profiles.change(
                host,
                ChangeProfile.of(
                        customer, ProfilePatch.builder().familyName(WORD).build()));
    }

    private Target.Entries entries() {
        FaqSectionId section = section("Schaden");
        FaqSectionId empty = section("Leer");
        FaqEntryId published = added(section, WORD + "?");
        portal.faq.editor().publish(host, PublishFaqEntry.of(published));
        FaqEntryId draft = added(section, "Entwurf?");
        return new Target.Entries(
                section, empty, published, draft, inWork(section), Map.of("published", published, "draft", draft));
    }

    private FaqEntryId inWork(FaqSectionId section) {
        FaqContent content = entry("In Arbeit?").with(LanguageTag.ENGLISH, "In work?", "Soon.");
        var editor = portal.faq.editor();
        FaqEntryId inWork = editor.add(host, AddFaqEntry.of(section, content)).id();
        editor.publish(host, PublishFaqEntry.of(inWork).shown(LocalDateTime.of(2099, 1, 1, 0, 0), null));
        editor.change(host, ChangeFaqEntry.of(inWork, content.with(LanguageTag.GERMAN, "In Arbeit?", "Anders.")));
        portal.faq.workflow().submit(host, SubmitFaqEntry.of(inWork, LanguageTag.GERMAN));
        return inWork;
    }

    private SynonymRuleId synonyms() {
        return portal.synonyms
                .add(host, AddSynonymRule.of(SynonymTerms.of(LanguageTag.GERMAN, WORD, "Eisregen")))
                .id();
    }

    private FaqSectionId section(String title) {
        return portal.faq
                .outline()
                .add(host, AddFaqSection.of(LocalizedText.german(title)))
                .id();
    }

    private FaqEntryId added(FaqSectionId section, String question) {
        return portal.faq
                .editor()
                .add(host, AddFaqEntry.of(section, entry(question)))
                .id();
    }

    /** Everybody whom a test calls an agent is in all teams; who is in which is the inbox's own tests' to look at. */
    private void teams(TenantId tenant) {
        for (String team : List.of("contract", "claims")) {
            portal.team(tenant, team, Set.of("agent", "one"));
        }
    }

    /** The customer writes so many messages, the first with an attachment, and the company as many. */
    private Target.Letters letters(CustomerId customer, int messages) {
        Actor writer = Actor.customer(here, customer);
        ContentRef attachment = portal.inbox
                .uploadAttachment(writer, UploadAttachment.undeclared(), picture())
                .content();
        ConversationId conversation = portal.inbox
                .open(
                        writer,
                        OpenConversation.about("contract")
                                .subject(WORD)
                                .text(WORD + " melden.")
                                .attaching(attachment, SampleArticles.PICTURE)
                                .build())
                .id();
        for (int i = 0; i < messages; i++) {
            if (i > 0) {
                portal.inbox.send(writer, SendMessage.of(conversation, WORD));
            }
            portal.inbox.desk().send(host, SendMessage.of(conversation, WORD));
            portal.inbox.desk().addNote(host, AddNote.of(conversation, WORD));
            portal.inbox.desk().addNote(host, AddNote.of(conversation, "Noch eine"));
        }
        Message first = portal.inbox
                .messages(writer, conversation, MessageOrder.OLDEST_FIRST, PageRequest.first(1))
                .items()
                .get(0);
        return new Target.Letters(conversation, first.id(), attachment, messages);
    }

    private Target.Papers papers(CustomerId customer) {
        FolderId folder = folder(customer, WORD);
        portal.vault.upload(host, UploadDocument.of(customer, WORD).into(folder), picture());
        return new Target.Papers(
                folder,
                folder(customer, "Leer"),
                portal.vault
                        .upload(host, UploadDocument.of(customer, WORD).into(folder), picture())
                        .id());
    }

    private FolderId folder(CustomerId customer, String name) {
        return portal.vault
                .folders()
                .create(host, CreateFolder.of(customer, name))
                .id();
    }

    /** Each customer is acted for by two others. */
    private MandateId mandates(TenantId tenant, CustomerId principal) {
        Mandates mandates = portal.portal.mandates();
        Actor program = Actor.system(tenant, "sample");
        mandates.grant(
                program, GrantMandate.everything(principal, CustomerId.of("4714"), Mandate.Kind.POWER_OF_ATTORNEY));
        return mandates.grant(program, GrantMandate.everything(principal, ANNA, Mandate.Kind.HOUSEHOLD))
                .id();
    }

    private void makeElsewhere() {
        mandates(elsewhere, OTTO);
        portal.knowledge
                .categoryEditor()
                .create(
                        Actor.system(elsewhere, "sample"),
                        new CreateCategory(null, "eigenes", LocalizedText.german("Eigenes"), IdempotencyKey.of("own")));
    }

    static ByteArrayInputStream picture() {
        return new ByteArrayInputStream("GIF89a, and not much more".getBytes(StandardCharsets.UTF_8));
    }
}
