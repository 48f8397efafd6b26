// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.memory.MemoryTeamDirectory;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.messaging.memory.MemoryMessagingStorage;
import dev.portalblocks.messaging.model.Conversation;
import dev.portalblocks.messaging.model.MarkRead;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The first conversation, as the guide shows it. */
class ConversationExampleTest {
    @Test
    void aCustomerAsksAndTheCompanyAnswers() {
        Memory memory = new Memory();
        try (Portal portal = Portal.of(memory)) {
            Inbox inbox = Inbox.of(portal, MemoryMessagingStorage.in(memory));
            TenantId acme = TenantId.of("acme");
            MemoryTeamDirectory teams = new MemoryTeamDirectory(memory);
            memory.write(tx -> teams.put(tx, acme, "contract", Set.of("sabine")));
            Actor erika = Actor.customer(acme, CustomerId.of("4711"));
            Actor sabine = Actor.agent(acme, "sabine", "service");

            Conversation asked = inbox.open(
                    erika,
                    OpenConversation.about("contract")
                            .subject("Beitrag 2027")
                            .text("Warum ist mein Beitrag gestiegen?")
                            .build());
            Message answer = inbox.desk().send(sabine, SendMessage.of(asked.id(), "Weil der Schutz gewachsen ist."));

            assertThat(inbox.unread(erika).messages()).isEqualTo(1);
            inbox.markRead(erika, MarkRead.upTo(answer));
            assertThat(inbox.unread(erika).messages()).isZero();
        }
    }
}
