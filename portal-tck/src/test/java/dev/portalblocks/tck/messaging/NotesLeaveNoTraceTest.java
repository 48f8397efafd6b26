// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.Cursor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.ProblemDetails;
import dev.portalblocks.messaging.model.AddNote;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.HandOver;
import dev.portalblocks.messaging.model.MarkRead;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.MessageId;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.messaging.model.UploadAttachment;
import dev.portalblocks.messaging.model.WriteToCustomer;
import dev.portalblocks.tck.Seed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The same random work is done twice, once with internal notes written in between: everything that a customer can call
 * answers the same, byte for byte. Time and random numbers are set anew before each step, so that a difference can only
 * come from the notes.
 */
class NotesLeaveNoTraceTest {
    private static final int ROUNDS = Boolean.getBoolean("portal.deep") ? 40 : 4;
    private static final int STEPS = 60;
    private static final List<Actor> CUSTOMERS = List.of(Office.customer(11), Office.customer(12));
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void whatCustomersSeeIsTheSameWithNotesAndWithout() {
        for (int round = 0; round < ROUNDS; round++) {
            long seed = Seed.value() + round;
            Run without = new Run(seed, false);
            Run with = new Run(seed, true);
            assertThat(with.seen).as("seed %d", seed).isEqualTo(without.seen);
            assertThat(with.notes).as("notes that were written").isGreaterThan(10);
            assertThat(without.seen).hasSizeGreaterThan(10 * STEPS);
        }
    }

    /** One run from the beginning to the end. */
    private static final class Run {
        private final long seed;
        private final List<String> seen = new ArrayList<>();
        private final List<ConversationId> conversations = new ArrayList<>();
        private final List<Actor> owners = new ArrayList<>();
        private int notes;

        Run(long seed, boolean withNotes) {
            this.seed = seed;
            SplittableRandom work = new SplittableRandom(seed);
            SplittableRandom noting = new SplittableRandom(~seed);
            try (Office office = new Office(seed)) {
                office.begin(0, seed);
                makeTheTenantsKey(office);
                for (int i = 0; i < 4; i++) {
                    owners.add(CUSTOMERS.get(i % 2));
                    conversations.add(office.opened(owners.get(i)));
                }
                for (int step = 1; step <= STEPS; step++) {
                    office.begin(step * 10L, seed);
                    act(office, work);
                    office.begin(step * 10L + 5, seed);
                    if (withNotes) {
                        note(office, noting);
                    }
                    office.begin(step * 10L + 7, seed);
                    look(office);
                }
            }
        }

        /** A first key or cursor makes it from the random numbers of its moment. */
        private static void makeTheTenantsKey(Office office) {
            office.desk.open(
                    Office.SABINE,
                    WriteToCustomer.of(CustomerId.of("0"), "contract")
                            .subject("-")
                            .text("-")
                            .once(IdempotencyKey.of("first"))
                            .build());
        }

        private void act(Office office, SplittableRandom random) {
            int which = random.nextInt(conversations.size());
            ConversationId in = conversations.get(which);
            Actor customer = owners.get(which);
            int number = random.nextInt(1, 30);
            see(() -> switch (random.nextInt(7)) {
                case 0, 1 -> office.inbox.send(customer, SendMessage.of(in, "Frage " + number));
                case 2 -> office.desk.send(Office.SABINE, SendMessage.of(in, "Antwort " + number));
                case 3 -> office.inbox.markRead(customer, new MarkRead(in, number));
                case 4 ->
                    office.desk
                            .markRead(Office.SABINE, new MarkRead(in, number))
                            .latestAt();
                case 5 ->
                    office.desk
                            .handOver(Office.SABINE, HandOver.of(in, number % 2 == 0 ? "claims" : "contract"))
                            .latestAt();
                default -> office.inbox.send(customer, attached(office, customer, in, number));
            });
        }

        private static SendMessage attached(Office office, Actor customer, ConversationId in, int number) {
            InputStream bytes = new ByteArrayInputStream(("Anlage " + number).getBytes(StandardCharsets.UTF_8));
            ContentRef content = office.inbox
                    .uploadAttachment(customer, UploadAttachment.undeclared(), bytes)
                    .content();
            return SendMessage.of(in, "Siehe Anlage")
                    .attaching(content, "a.txt")
                    .once(IdempotencyKey.of("k" + number));
        }

        private void note(Office office, SplittableRandom random) {
            for (int i = random.nextInt(3); i > 0; i--) {
                ConversationId about = conversations.get(random.nextInt(conversations.size()));
                office.desk.addNote(
                        Office.SABINE,
                        AddNote.of(about, "Intern " + random.nextInt()).once(key(random)));
                office.desk.notes(Office.SABINE, about, PageRequest.first(1));
                notes++;
            }
        }

        private static IdempotencyKey key(SplittableRandom random) {
            return IdempotencyKey.of("note" + random.nextInt());
        }

        /** Calls all that a customer can call, own and foreign, page by page. */
        private void look(Office office) {
            for (Actor customer : CUSTOMERS) {
                see(() -> office.inbox.unread(customer));
                walk(request -> office.inbox.conversations(customer, request));
                for (ConversationId each : conversations) {
                    see(() -> office.inbox.read(customer, each));
                    for (MessageOrder order : MessageOrder.values()) {
                        walk(request -> office.inbox.messages(customer, each, order, request));
                    }
                    see(() -> office.inbox.markRead(customer, new MarkRead(each, 1)));
                    see(() -> opened(office, customer, each));
                }
                see(() -> office.inbox.read(customer, ConversationId.of(new UUID(1, 1))));
                see(() -> office.desk.notes(customer, conversations.get(0), Office.ALL));
                see(() -> office.inbox.open(
                        customer,
                        OpenConversation.about("nowhere").subject("x").text("x").build()));
            }
        }

        private static Object opened(Office office, Actor customer, ConversationId in) throws IOException {
            List<Message> messages = office.inbox
                    .messages(customer, in, MessageOrder.NEWEST_FIRST, Office.ALL)
                    .items();
            for (Message message : messages) {
                for (var attachment : message.attachments()) {
                    try (InputStream bytes =
                            office.inbox.openAttachment(customer, message.id(), attachment.content())) {
                        return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
                    }
                }
            }
            return office.inbox.openAttachment(customer, MessageId.of(new UUID(1, 1)), ContentRef.of(new UUID(1, 1)));
        }

        private void walk(Function<PageRequest, Page<?>> list) {
            @Nullable Cursor next = null;
            do {
                PageRequest request = PageRequest.first(3).after(next);
                Object[] page = new Object[1];
                see(() -> page[0] = list.apply(request));
                next = page[0] instanceof Page<?> read ? read.next() : null;
            } while (next != null);
        }

        private void see(Callable<Object> call) {
            try {
                seen.add(MAPPER.writeValueAsString(call.call()));
            } catch (PortalException refused) {
                seen.add(json(ProblemDetails.of(refused)));
            } catch (Exception e) {
                throw new AssertionError("seed " + seed, e);
            }
        }

        private static String json(Object value) {
            try {
                return MAPPER.writeValueAsString(value);
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }
    }
}
