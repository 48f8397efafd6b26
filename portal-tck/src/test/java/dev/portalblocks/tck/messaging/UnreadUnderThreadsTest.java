// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.messaging.model.Conversation;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.DeskConversation;
import dev.portalblocks.messaging.model.MarkRead;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.messaging.model.Side;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Both sides' counts are exact at every moment while 32 threads write and read. The seed decides what each thread does,
 * not when; {@code -Dportal.seed=} runs the same work again.
 */
class UnreadUnderThreadsTest {
    private static final int THREADS = 32;
    private static final boolean DEEP = Boolean.getBoolean("portal.deep");

    private final ConcurrentMap<ConversationId, Reached> reached = new ConcurrentHashMap<>();

    /** How far each side has certainly marked its messages as read: what a call that returned had asked for. */
    private static final class Reached {
        private final AtomicLong customer = new AtomicLong();
        private final AtomicLong company = new AtomicLong();

        AtomicLong by(Side side) {
            return side == Side.CUSTOMER ? customer : company;
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsAreExactWhile32ThreadsWriteAndRead(Cabinet cabinet) {
        int rounds = cabinet == Cabinet.MEMORY || DEEP ? 3 : 1;
        for (int round = 1; round <= rounds; round++) {
            long seed = Seed.value() + round;
            System.out.println("Unread under threads in " + cabinet + ": seed " + seed);
            writeAndRead(seed, cabinet);
        }
    }

    private void writeAndRead(long seed, Cabinet cabinet) {
        int steps = steps(cabinet);
        try (Office office = new Office(seed, cabinet)) {
            List<Actor> customers = List.of(Office.customer(11), Office.customer(12));
            List<ConversationId> conversations = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                conversations.add(office.opened(customers.get(i % 2)));
            }
            conversations.forEach(id -> reached.put(id, new Reached()));

            List<Outcome<Boolean>> outcomes = Race.of(THREADS, runner -> {
                SplittableRandom random = new SplittableRandom(seed * 1_000 + runner);
                for (int step = 0; step < steps; step++) {
                    int which = random.nextInt(conversations.size());
                    act(office, random, customers.get(which % 2), conversations.get(which));
                }
                return true;
            });

            outcomes.forEach(Outcome::orFail);
            for (int i = 0; i < conversations.size(); i++) {
                assertExact(office, customers.get(i % 2), conversations.get(i));
            }
            assertTotals(office, customers, conversations);
        }
    }

    private static int steps(Cabinet cabinet) {
        if (cabinet == Cabinet.MEMORY) {
            return DEEP ? 200 : 40;
        }
        return DEEP ? 60 : 10;
    }

    private void act(Office office, SplittableRandom random, Actor customer, ConversationId in) {
        switch (random.nextInt(6)) {
            case 0, 1 -> office.inbox.send(customer, SendMessage.of(in, "Frage"));
            case 2 -> office.desk.send(Office.SABINE, SendMessage.of(in, "Antwort"));
            case 3 -> markRead(office, customer, in, Side.CUSTOMER, random.nextInt(1, 40));
            case 4 -> markRead(office, customer, in, Side.COMPANY, random.nextInt(1, 40));
            default -> assertPossible(office, customer, in);
        }
    }

    /** Of a message that was seen, as a page does it. */
    private void markRead(Office office, Actor customer, ConversationId in, Side side, long wanted) {
        long last = office.inbox.read(customer, in).messages();
        long upTo = Math.min(wanted, last);
        MarkRead command = new MarkRead(in, upTo);
        if (side == Side.CUSTOMER) {
            office.inbox.markRead(customer, command);
        } else {
            office.desk.markRead(Office.SABINE, command);
        }
        marks(in).by(side).accumulateAndGet(upTo, Math::max);
    }

    /**
     * At a moment in the middle: a count lies between what the other side had written before, less all that was or may be
     * marked, and all that it has written until after the look. It is never more than what stands behind the mark that was
     * certain before.
     */
    private void assertPossible(Office office, Actor customer, ConversationId in) {
        long readBefore = marks(in).by(Side.CUSTOMER).get();
        Conversation seen = office.inbox.read(customer, in);
        List<Message> messages = first(office, customer, in, seen.messages());
        assertThat(messages).hasSize((int) seen.messages());
        for (int i = 0; i < messages.size(); i++) {
            assertThat(messages.get(i).sequence()).isEqualTo(i + 1L);
        }
        List<Long> possible = new ArrayList<>();
        for (long mark = readBefore; mark <= seen.messages(); mark++) {
            possible.add(unread(messages, Side.CUSTOMER, mark));
        }
        assertThat(seen.unread()).as("unread of %s", messages.size()).isIn(possible);
    }

    /** When all is quiet: exactly what stands behind the furthest mark. */
    private void assertExact(Office office, Actor customer, ConversationId in) {
        Conversation seen = office.inbox.read(customer, in);
        DeskConversation atDesk = office.desk.read(Office.SABINE, in);
        List<Message> messages = first(office, customer, in, seen.messages());
        assertThat(messages).hasSize((int) seen.messages());
        assertThat(seen.unread())
                .isEqualTo(unread(
                        messages, Side.CUSTOMER, marks(in).by(Side.CUSTOMER).get()));
        assertThat(atDesk.unread())
                .isEqualTo(unread(
                        messages, Side.COMPANY, marks(in).by(Side.COMPANY).get()));
    }

    private Reached marks(ConversationId in) {
        return Objects.requireNonNull(reached.get(in));
    }

    private static void assertTotals(Office office, List<Actor> customers, List<ConversationId> conversations) {
        for (Actor customer : customers) {
            long sum = office.inbox.conversations(customer, Office.ALL).items().stream()
                    .mapToLong(Conversation::unread)
                    .sum();
            assertThat(office.inbox.unread(customer).messages()).isEqualTo(sum);
        }
        long sum = conversations.stream()
                .mapToLong(id -> office.desk.read(Office.SABINE, id).unread())
                .sum();
        assertThat(office.desk.unread(Office.SABINE).messages()).isEqualTo(sum);
    }

    private static long unread(List<Message> messages, Side reader, long mark) {
        return messages.stream()
                .filter(message -> message.from() == reader.other() && message.sequence() > mark)
                .count();
    }

    private static List<Message> first(Office office, Actor customer, ConversationId in, long count) {
        List<Message> all = new ArrayList<>();
        PageRequest request = Office.ALL;
        while (true) {
            Page<Message> page = office.inbox.messages(customer, in, MessageOrder.OLDEST_FIRST, request);
            all.addAll(page.items());
            if (page.next() == null) {
                return all.subList(0, (int) Math.min(count, all.size()));
            }
            request = Office.ALL.after(page.next());
        }
    }
}
