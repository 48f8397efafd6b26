// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.footprints.messaging;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.memory.MemoryTeamDirectory;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.messaging.memory.MemoryMessagingStorage;
import dev.portalblocks.messaging.model.Conversation;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import java.util.Set;

/** Shows that the inbox runs without any other block, on the module path. */
public final class MessagingAlone {
    private MessagingAlone() {}

    /** Prints the module it runs in, and the answer of one call. */
    public static void main(String[] args) {
        Memory memory = new Memory();
        try (Portal portal = Portal.of(memory)) {
            Inbox inbox = Inbox.of(portal, MemoryMessagingStorage.in(memory));
            TenantId acme = TenantId.of("acme");
            MemoryTeamDirectory teams = new MemoryTeamDirectory(memory);
            memory.write(tx -> teams.put(tx, acme, "contract", Set.of("sabine")));
            Actor erika = Actor.customer(acme, CustomerId.of("4711"));
            Conversation asked = inbox.open(
                    erika,
                    OpenConversation.about("contract")
                            .subject("Premium")
                            .text("Why?")
                            .build());
            inbox.desk().send(Actor.agent(acme, "sabine", "service"), SendMessage.of(asked.id(), "In writing."));
            System.out.println(MessagingAlone.class.getModule().getName());
            System.out.println(inbox.unread(erika).messages() + " unread");
        }
    }
}
