// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.faq.Faq;
import dev.portalblocks.faq.memory.MemoryFaqStorage;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqSectionId;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.messaging.memory.MemoryMessagingStorage;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The Java of the guide to questions and answers is compiled and does what it says. */
class FaqGuideTest {
    private static final Pattern SHOWN = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMPILED = Pattern.compile("// guide begins\\n(.*?)// guide ends", Pattern.DOTALL);
    private static final TenantId ACME = TenantId.of("acme");
    private static final Actor ANTON = Actor.agent(ACME, "anton", "author");
    private static final Actor LENA = Actor.agent(ACME, "lena", "editor");

    private Instant now = Instant.parse("2026-11-21T10:15:30Z");

    @Test
    void theLinesAboutQuestionsAreTheLinesThatRun() throws IOException {
        assertThat(pieces(SHOWN, Path.of("../docs/guide/faq.md")))
                .hasSize(3)
                .isEqualTo(pieces(COMPILED, Path.of("src/test/java/dev/portalblocks/tck/readme/FaqSnippets.java")));
    }

    @Test
    void thePageOnQuestionsDoesWhatItSays() {
        Memory memory = new Memory();
        try (Portal portal =
                Portal.builder(MemoryCoreStorage.in(memory)).clock(() -> now).build()) {
            Faq faq =
                    Faq.builder(portal, MemoryFaqStorage.in(memory)).reviewed().build();
            FaqSectionId storm = faq.outline()
                    .add(LENA, AddFaqSection.of(LocalizedText.german("Sturm")))
                    .id();
            FaqSnippets.written(faq, ANTON, LENA, storm);

            assertThat(FaqSnippets.shown(faq, Actor.anonymous(ACME))).isEmpty();
            now = Instant.parse("2026-11-23T07:00:00Z");
            assertThat(FaqSnippets.shown(faq, Actor.anonymous(ACME)))
                    .containsExactly("Sturm: Wie melde ich Hagel? Im Portal, rund um die Uhr.");
        }
    }

    @Test
    void aConversationProposesAQuestionWithoutNames() {
        Memory memory = new Memory();
        MemoryCoreStorage core = MemoryCoreStorage.in(memory);
        memory.write(tx -> core.teams().put(tx, ACME, "claims", Set.of("sabine")));
        try (Portal portal = Portal.builder(core).build()) {
            Faq faq = Faq.of(portal, MemoryFaqStorage.in(memory));
            Inbox inbox = Inbox.of(portal, MemoryMessagingStorage.in(memory));
            Actor erika = Actor.customer(ACME, CustomerId.of("4711"));
            Actor program = Actor.system(ACME, "import");
            ConversationId conversation = inbox.open(
                            erika,
                            OpenConversation.about("claims")
                                    .subject("Hagel")
                                    .text("Hallo, ich bin Erika Mustermann. Zahlt ihr Hagel?")
                                    .build())
                    .id();
            inbox.desk().send(program, SendMessage.of(conversation, "Liebe Erika, ja.\nIhre Sabine Groß"));
            FaqSectionId storm = faq.outline()
                    .add(LENA, AddFaqSection.of(LocalizedText.german("Sturm")))
                    .id();

            assertThat(FaqSnippets.proposed(inbox, faq, program, conversation, ANTON, storm))
                    .contains(FaqContent.of(LanguageTag.GERMAN, "Zahlt ihr Hagel?", "Ja.\\\nIhre \\[name\\]"));
            assertThat(faq.outline().entries(LENA, storm)).hasSize(1);
        }
    }

    /** Without the spaces that only lay the lines out. */
    private static List<String> pieces(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(piece -> piece.group(1).replaceAll("\\s+", ""))
                .toList();
    }
}
