// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.MarkRead;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.MessageId;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.messaging.model.Side;
import dev.portalblocks.messaging.spi.ConversationStore;
import dev.portalblocks.messaging.spi.MessageStore;
import dev.portalblocks.messaging.spi.MessagingStorage;
import dev.portalblocks.messaging.spi.NoteStore;
import dev.portalblocks.messaging.spi.StoredMessage;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Seed;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A call that is held inside one conversation delays nobody in another one, of the same customer or of others. */
class NobodyWaitsForAnotherConversationTest {
    private static final String HELD = "Halt";
    private static final Actor ERIKA = Office.customer(11);
    private static final Actor OTTO = Office.customer(12);

    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    /** Keeps the call that appends {@link #HELD} inside its transaction, with its conversation locked. */
    private final class Holding implements MessageStore {
        private final MessageStore inner;

        Holding(MessageStore inner) {
            this.inner = inner;
        }

        @Override
        public boolean append(Tx tx, StoredMessage message) {
            boolean appended = inner.append(tx, message);
            if (message.text().equals(HELD)) {
                inside.countDown();
                await(goOn);
            }
            return appended;
        }

        @Override
        public Optional<StoredMessage> find(Tx tx, Scope scope, MessageId id) {
            return inner.find(tx, scope, id);
        }

        @Override
        public List<StoredMessage> list(Tx tx, Scope scope, Slice slice) {
            return inner.list(tx, scope, slice);
        }

        @Override
        public long count(Tx tx, Scope scope, ConversationId conversation, Side from, long behind) {
            return inner.count(tx, scope, conversation, from, behind);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCallHeldInsideOneConversationDelaysNoOther(Cabinet cabinet) {
        try (Office office = new Office(Seed.value(), cabinet, this::holding);
                Companion held = new Companion();
                Companion waiting = new Companion();
                Companion others = new Companion()) {
            ConversationId first = office.opened(ERIKA);
            ConversationId second = office.opened(ERIKA);
            ConversationId ottos = office.opened(OTTO);
            Future<Message> call = held.begins(() -> office.inbox.send(ERIKA, SendMessage.of(first, HELD)));
            await(inside);
            Future<Message> sameConversation =
                    waiting.begins(() -> office.desk.send(Office.SABINE, SendMessage.of(first, "Wartet")));

            assertThat(others.<Boolean>does(() -> workInAll(office, List.of(second, ottos))))
                    .isTrue();
            assertThat(call).as("the held call").isNotDone();
            assertThat(sameConversation)
                    .as("another one in the same conversation")
                    .isNotDone();

            goOn.countDown();
            assertThat(Outcome.of(call).orFail().sequence()).isEqualTo(2);
            assertThat(Outcome.of(sameConversation).orFail().sequence()).isEqualTo(3);
        } finally {
            goOn.countDown();
        }
    }

    /** Both sides write and read in the others, and all look at what is there. */
    private static boolean workInAll(Office office, List<ConversationId> conversations) {
        office.opened(ERIKA);
        for (ConversationId each : conversations) {
            Message answer = office.desk.send(Office.SABINE, SendMessage.of(each, "Darum."));
            office.desk.markRead(Office.SABINE, new MarkRead(each, 1));
            Actor customer = each.equals(conversations.get(0)) ? ERIKA : OTTO;
            office.inbox.markRead(customer, MarkRead.upTo(answer));
            office.inbox.send(customer, SendMessage.of(each, "Danke."));
        }
        office.inbox.conversations(ERIKA, Office.ALL);
        return office.inbox.unread(ERIKA).messages() == 0
                && office.desk.unread(Office.SABINE).messages() == 4;
    }

    private MessagingStorage holding(MessagingStorage storage) {
        MessageStore messages = new Holding(storage.messages());
        return new MessagingStorage() {
            @Override
            public TransactionDomain domain() {
                return storage.domain();
            }

            @Override
            public ConversationStore conversations() {
                return storage.conversations();
            }

            @Override
            public MessageStore messages() {
                return messages;
            }

            @Override
            public NoteStore notes() {
                return storage.notes();
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).as("it comes to pass").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
