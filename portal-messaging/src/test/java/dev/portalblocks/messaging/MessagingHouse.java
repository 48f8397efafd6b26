// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.messaging.memory.MemoryMessagingStorage;
import dev.portalblocks.messaging.model.Conversation;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.DeskConversation;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.messaging.model.UploadAttachment;
import dev.portalblocks.messaging.model.WriteToCustomer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A portal in memory with an inbox, two teams and two customers, of which a test owns time and random numbers. */
final class MessagingHouse {
    static final TenantId ACME = TenantId.of("acme");
    static final TenantId GLOBEX = TenantId.of("globex");
    static final CustomerId ERIKA_NUMBER = CustomerId.of("4711");
    static final CustomerId OTTO_NUMBER = CustomerId.of("4712");
    static final Actor ERIKA = Actor.customer(ACME, ERIKA_NUMBER);
    static final Actor OTTO = Actor.customer(ACME, OTTO_NUMBER);
    /** Is in the team for contracts. */
    static final Actor SABINE = Actor.agent(ACME, "sabine", "service");
    /** Is in the team for claims. */
    static final Actor CARL = Actor.agent(ACME, "carl", "service");

    static final Actor PROGRAM = Actor.system(ACME, "program");
    static final PageRequest ALL = PageRequest.first(200);

    final Memory memory = new Memory();
    final MemoryCoreStorage core = MemoryCoreStorage.in(memory);
    final Portal portal;
    final Inbox inbox;
    final Desk desk;
    private Instant now = Instant.parse("2027-01-04T08:00:00Z");

    MessagingHouse() {
        this(RolePolicy.standard(), builder -> builder);
    }

    MessagingHouse(AccessPolicy policy, UnaryOperator<Inbox.Builder> options) {
        portal = Portal.builder(core)
                .clock(() -> now)
                .random(new Random(4711))
                .policy(policy)
                .build();
        inbox = options.apply(Inbox.builder(portal, MemoryMessagingStorage.in(memory)))
                .build();
        desk = inbox.desk();
        put("contract", "sabine");
        put("claims", "carl");
    }

    /** Says who is in a team. */
    void put(String team, String... agents) {
        memory.write(tx -> core.teams().put(tx, ACME, team, Set.of(agents)));
    }

    void forward(Duration by) {
        now = now.plus(by);
    }

    /** Opens a conversation of the customer's with the team for contracts. */
    Conversation asked(Actor customer, String text) {
        return inbox.open(
                customer,
                OpenConversation.about("contract").subject("Beitrag").text(text).build());
    }

    /** Opens a conversation of the team for contracts with Erika. */
    DeskConversation told(String text) {
        return desk.open(
                SABINE,
                WriteToCustomer.of(ERIKA_NUMBER, "contract")
                        .subject("Beitrag")
                        .text(text)
                        .build());
    }

    Message says(Actor customer, ConversationId in, String text) {
        return inbox.send(customer, SendMessage.of(in, text));
    }

    Message answers(Actor agent, ConversationId in, String text) {
        return desk.send(agent, SendMessage.of(in, text));
    }

    List<Message> seenBy(Actor customer, ConversationId in) {
        return inbox.messages(customer, in, MessageOrder.OLDEST_FIRST, ALL).items();
    }

    ContentRef uploaded(Actor customer, String text) {
        return inbox.uploadAttachment(customer, UploadAttachment.undeclared(), bytes(text))
                .content();
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    List<RecordedEvent> events() {
        return memory.read(
                tx -> core.events().read(tx, ACME, LogPosition.START, 10_000).events());
    }

    List<String> eventTypes() {
        return events().stream()
                .map(event ->
                        event.type().replace("portalblocks.messaging.", "").replace(".v1", ""))
                .toList();
    }

    List<AuditEntry> audit() {
        return memory.read(tx -> core.audit().list(tx, Scope.wholeTenant(ACME), null, 10_000));
    }
}
