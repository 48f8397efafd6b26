// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging;

import static dev.portalblocks.messaging.MessagingHouse.ERIKA;
import static dev.portalblocks.messaging.MessagingHouse.OTTO;
import static dev.portalblocks.messaging.MessagingHouse.SABINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.SendMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The inbox inside a transaction that the application has begun. */
class JoinedInboxTest {
    private static final IdempotencyKey KEY = IdempotencyKey.of("attempt-1");

    private final MessagingHouse house = new MessagingHouse();
    private final ConversationId asked = house.asked(ERIKA, "Warum?").id();

    @Test
    void aRefusedMessageLeavesNothingAndTheHostSendsAnotherUnderItsKey() {
        int before = house.audit().size();
        List<Message> sent = new ArrayList<>();
        house.memory.write(tx -> joined(tx, () -> {
            house.answers(SABINE, asked, "Darum.");
            refused(KEY);
            sent.add(send(KEY));
            return sent.add(send(KEY));
        }));

        assertThat(sent.get(1)).as("a repeat").isEqualTo(sent.get(0));
        assertThat(house.seenBy(ERIKA, asked)).extracting(Message::text).containsExactly("Warum?", "Darum.", "Danke.");
        assertThat(house.desk.read(SABINE, asked).unread())
                .as("the question, the thanks")
                .isEqualTo(2);
        assertThat(house.eventTypes())
                .containsExactly("conversation-opened", "message-sent", "message-sent", "message-sent");
        assertThat(house.audit()).hasSize(before + 2);
    }

    @Test
    void whatTheHostRollsBackIsGoneWithItsKey() {
        assertThatThrownBy(() -> house.memory.write(tx -> {
                    joined(tx, () -> send(KEY));
                    throw new IllegalStateException("host");
                }))
                .hasMessage("host");
        assertThat(house.seenBy(ERIKA, asked)).hasSize(1);

        Message sent = send(KEY);
        assertThat(house.seenBy(ERIKA, asked)).hasSize(2).endsWith(sent);
    }

    @Test
    void whatIsNotThereForACustomerLeavesTheHostAbleToCommit() {
        house.memory.write(tx -> joined(tx, () -> {
            assertThatThrownBy(() -> house.says(OTTO, asked, "Meins?")).isInstanceOf(PortalException.NotFound.class);
            return house.says(ERIKA, asked, "Danke.");
        }));

        assertThat(house.seenBy(ERIKA, asked)).extracting(Message::text).containsExactly("Warum?", "Danke.");
        assertThat(house.audit()).noneMatch(entry -> entry.outcome() == AuditEntry.Outcome.DENIED);
    }

    private <R> R joined(Tx host, Supplier<R> work) {
        return house.memory.joining(host, work);
    }

    private Message send(IdempotencyKey key) {
        return house.inbox.send(ERIKA, SendMessage.of(asked, "Danke.").once(key));
    }

    /** Names bytes that are not there, behind the claim of the key. */
    private void refused(IdempotencyKey key) {
        SendMessage command =
                SendMessage.of(asked, "Anbei.").once(key).attaching(ContentRef.of(new UUID(0, 1)), "a.txt");
        assertThatThrownBy(() -> house.inbox.send(ERIKA, command))
                .isInstanceOfSatisfying(
                        PortalException.NotFound.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("content.not-found"));
    }
}
