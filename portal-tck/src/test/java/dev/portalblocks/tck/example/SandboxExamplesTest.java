// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.docs.Vault;
import dev.portalblocks.docs.memory.MemoryVaultStorage;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.UploadDocument;
import dev.portalblocks.faq.Faq;
import dev.portalblocks.faq.memory.MemoryFaqStorage;
import dev.portalblocks.faq.model.AddFaqEntry;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqEntryId;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.faq.model.PublishFaqEntry;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.messaging.memory.MemoryMessagingStorage;
import dev.portalblocks.messaging.model.Conversation;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfileChange;
import dev.portalblocks.profile.model.ProfilePatch;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.tck.Sandbox;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How an application tests what it does with a block: one test for each, on a sandbox. */
class SandboxExamplesTest {
    // guide begins
    private static final PageRequest ALL = PageRequest.first(50);

    private final Sandbox sandbox = Sandbox.open();
    private final Actor erika = sandbox.customer("4711");

    @AfterEach
    void close() {
        sandbox.close();
    }
    // guide ends

    /** Each change with its day. */
    @Test
    void aCustomerSeesWhenWhatWasChanged() {
        Profiles profiles = Profiles.of(sandbox.portal(), MemoryProfileStorage.in(sandbox.memory()));
        profiles.change(erika, email("erika@example.org"));
        sandbox.advance(Duration.ofDays(30));
        profiles.change(erika, email("erika@example.com"));

        assertThat(profiles.changes(erika, CustomerId.of("4711"), ALL).items())
                .extracting(ProfileChange::at)
                .containsExactly(sandbox.now(), Sandbox.BEGIN);
    }

    // guide begins
    @Test
    void aQuestionIsAnsweredTheNextMorning() {
        Inbox inbox = Inbox.of(sandbox.portal(), MemoryMessagingStorage.in(sandbox.memory()));
        Actor sabine = sandbox.agent("sabine", "service");
        sandbox.team("vertrag", sabine);

        Conversation asked = inbox.open(
                erika,
                OpenConversation.about("vertrag")
                        .subject("Beitrag 2027")
                        .text("Warum?")
                        .build());
        sandbox.advance(Duration.ofDays(1));
        inbox.desk().send(sabine, SendMessage.of(asked.id(), "Wegen der Regionalklasse."));

        assertThat(inbox.messages(erika, asked.id(), MessageOrder.NEWEST_FIRST, ALL)
                        .items()
                        .get(0)
                        .sentAt())
                .isEqualTo(sandbox.now());
        assertThat(inbox.unread(erika).messages()).isEqualTo(1);
        assertThat(sandbox.events())
                .last()
                .satisfies(event -> assertThat(event.type()).isEqualTo("portalblocks.messaging.message-sent.v1"));
        assertThatThrownBy(() -> inbox.read(sandbox.customer("4712"), asked.id()))
                .isInstanceOf(PortalException.NotFound.class);
    }
    // guide ends

    /** And nobody else has it. */
    @Test
    void whatACustomerHandsInIsTheirs() throws IOException {
        Vault vault = Vault.of(sandbox.portal(), MemoryVaultStorage.in(sandbox.memory()));
        Document bill = vault.upload(
                erika,
                UploadDocument.of(CustomerId.of("4711"), "Rechnung.pdf"),
                new ByteArrayInputStream("%PDF-1.4".getBytes(StandardCharsets.US_ASCII)));

        assertThat(vault.open(erika, bill.id()).readAllBytes()).hasSize(8);
        assertThat(vault.list(sandbox.customer("4712"), CustomerId.of("4712"), ALL)
                        .items())
                .isEmpty();
        assertThat(sandbox.audit())
                .last()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo("4711"));
    }

    /** After the tasks that a scheduler would run. */
    @Test
    void aPublishedArticleIsFound() {
        KnowledgeBase knowledge = KnowledgeBase.of(sandbox.portal(), MemoryKnowledgeStorage.in(sandbox.memory()));
        try (LuceneSearchIndex index = LuceneSearchIndex.inMemory()) {
            Search search = Search.of(sandbox.portal(), index, knowledge.searchSource());
            Actor lena = sandbox.agent("lena", "editor");
            ArticleId article = knowledge
                    .editor()
                    .create(lena, CreateArticle.of(ArticleContent.of(LanguageTag.GERMAN, "Umzug", "Adresse melden.")))
                    .id();
            knowledge.editor().publish(lena, PublishArticle.of(article));
            sandbox.runTasks();

            assertThat(search.find(sandbox.visitor(), SearchQuery.of("Adresse"), ALL)
                            .hits()
                            .items())
                    .extracting(hit -> ArticleId.of(hit.object()))
                    .containsExactly(article);
        }
    }

    /** A draft does not exist for readers. */
    @Test
    void visitorsReadWhatIsPublished() {
        Faq faq = Faq.of(sandbox.portal(), MemoryFaqStorage.in(sandbox.memory()));
        Actor lena = sandbox.agent("lena", "editor");
        FaqSectionId section = faq.outline()
                .add(lena, AddFaqSection.of(LocalizedText.german("Beitrag")))
                .id();
        FaqEntryId entry = faq.editor()
                .add(
                        lena,
                        AddFaqEntry.of(
                                section, FaqContent.of(LanguageTag.GERMAN, "Wann wird abgebucht?", "Am Ersten.")))
                .id();
        assertThat(faq.sections(sandbox.visitor(), null)).isEmpty();
        faq.editor().publish(lena, PublishFaqEntry.of(entry));

        assertThat(faq.sections(sandbox.visitor(), null)).hasSize(1);
    }

    private static ChangeProfile email(String address) {
        return ChangeProfile.of(
                CustomerId.of("4711"), ProfilePatch.builder().email(address).build());
    }
}
