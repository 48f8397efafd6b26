// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.Delivery;
import dev.portalblocks.core.event.EventSubscriber;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.operation.EventRelay;
import dev.portalblocks.messaging.model.Conversation;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfileChange;
import dev.portalblocks.profile.model.ProfilePatch;
import dev.portalblocks.tck.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A clock that goes backwards, by milliseconds or by days, changes instants and nothing else. */
class BackwardsClockTest {
    private static final boolean DEEP = Boolean.getBoolean("portal.deep");
    private static final int ROUNDS = 24;

    private final List<Engine> engines = Engine.all(DEEP);
    private final SplittableRandom random = Seed.random();

    @AfterEach
    void close() {
        engines.forEach(Engine::close);
    }

    @Test
    void everyOperationAnswersAsUnderAClockThatGoesForward() {
        for (Engine engine : engines) {
            SampleWorld steady = new SampleWorld(engine.world.portal);
            List<String> expected = answers(steady, Duration.ZERO);
            SampleWorld backwards = new SampleWorld(engine.world.portal);
            assertThat(answers(backwards, Duration.ofMinutes(-7)))
                    .as(engine.name)
                    .isEqualTo(expected);
        }
    }

    private static List<String> answers(SampleWorld world, Duration step) {
        List<String> answers = new ArrayList<>();
        for (Invoker invoker : Invokers.ofOperations()) {
            Actor actor = Callers.of(invoker.operation(), world);
            world.portal.time.forward(step);
            Engine.End end = Engine.end(() -> invoker.invoke(world.portal, actor, world.target));
            answers.add(invoker + ": " + end.answer() + " " + end.result());
        }
        return answers;
    }

    @Test
    void messagesKeepTheirNumbersTheirOrderAndTheirCounts() {
        for (Engine engine : engines) {
            SampleWorld world = engine.world;
            Actor erika = Actor.customer(world.here, SampleWorld.ERIKA);
            ConversationId conversation = opened(world, erika, 0).id();
            long before = world.portal.inbox.unread(erika).messages();
            for (int round = 0; round < ROUNDS; round++) {
                turn(world);
                world.portal.inbox.desk().send(world.program(), SendMessage.of(conversation, "m" + round));
            }
            List<Message> messages =
                    all(page -> world.portal.inbox.messages(erika, conversation, MessageOrder.OLDEST_FIRST, page));
            assertThat(messages)
                    .extracting(Message::sequence)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, ROUNDS + 1).boxed().toList());
            assertThat(messages.subList(1, messages.size()))
                    .extracting(Message::text)
                    .containsExactlyElementsOf(
                            LongStream.range(0, ROUNDS).mapToObj(it -> "m" + it).toList());
            assertThat(world.portal.inbox.unread(erika).messages()).isEqualTo(before + ROUNDS);
        }
    }

    @Test
    void listsShowEachObjectOnce() {
        for (Engine engine : engines) {
            SampleWorld world = engine.world;
            Actor erika = Actor.customer(world.here, SampleWorld.ERIKA);
            List<ConversationId> opened = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                turn(world);
                opened.add(opened(world, erika, round).id());
            }
            assertThat(all(page -> world.portal.inbox.conversations(erika, page)))
                    .extracting(Conversation::id)
                    .doesNotHaveDuplicates()
                    .containsAll(opened);
            int audited = all(page -> world.portal.portal.auditTrail().list(world.program(), page))
                    .size();
            world.portal.inbox.desk().send(world.program(), SendMessage.of(opened.get(0), "noch"));
            assertThat(all(page -> world.portal.portal.auditTrail().list(world.program(), page)))
                    .doesNotHaveDuplicates()
                    .hasSize(audited + 1);
        }
    }

    @Test
    void versionsOfAProfileGoOnByOne() {
        for (Engine engine : engines) {
            SampleWorld world = engine.world;
            long version = world.portal
                    .profiles
                    .read(world.program(), SampleWorld.OTTO)
                    .version();
            for (int round = 1; round <= ROUNDS; round++) {
                turn(world);
                ProfilePatch patch =
                        ProfilePatch.builder().city("38100", "Ort " + round).build();
                assertThat(world.portal
                                .profiles
                                .change(world.program(), ChangeProfile.of(SampleWorld.OTTO, patch))
                                .version())
                        .isEqualTo(version + round);
            }
            List<Long> versions =
                    all(page -> world.portal.profiles.changes(world.program(), SampleWorld.OTTO, page)).stream()
                            .map(ProfileChange::version)
                            .toList();
            assertThat(versions).doesNotHaveDuplicates().hasSize((int) version + ROUNDS);
            assertThat(versions)
                    .isSortedAccordingTo(versions.get(0) > versions.get(1) ? (a, b) -> b.compareTo(a) : Long::compare);
        }
    }

    /** A key of the future is young: it is neither forgotten nor taken for another. */
    @Test
    void aRepeatFindsItsFirstTryWhateverTheClockSays() {
        for (Engine engine : engines) {
            SampleWorld world = engine.world;
            Actor erika = Actor.customer(world.here, SampleWorld.ERIKA);
            ConversationId first = opened(world, erika, 4711).id();
            world.portal.time.forward(Duration.ofDays(-60));
            world.portal.portal.housekeeping().purgeIdempotencyKeys(world.program());
            assertThat(opened(world, erika, 4711).id()).isEqualTo(first);
        }
    }

    @Test
    void eventsArriveOnceAndInTheOrderOfTheirLane() {
        for (Engine engine : engines) {
            SampleWorld world = engine.world;
            Map<ObjectRef, Long> last = new HashMap<>();
            List<String> wrong = new ArrayList<>();
            EventRelay relay = world.portal.portal.relay(receiver(last, wrong));
            for (int round = 0; round < ROUNDS; round++) {
                turn(world);
                opened(world, Actor.customer(world.here, SampleWorld.ERIKA), 100 + round);
                relay.run();
            }
            world.portal.time.forward(Duration.ofDays(400));
            relay.run();
            assertThat(wrong).as(engine.name).isEmpty();
            assertThat(last.values().stream().mapToLong(Long::longValue).sum()).isGreaterThan(ROUNDS);
        }
    }

    private static EventSubscriber receiver(Map<ObjectRef, Long> last, List<String> wrong) {
        return new EventSubscriber() {
            @Override
            public String name() {
                return "backwards";
            }

            @Override
            public void receive(Delivery delivery) {
                ObjectRef lane = ObjectRef.of(
                        delivery.event().tenant().value().replace(':', '_'),
                        delivery.event().lane());
                long before = last.getOrDefault(lane, 0L);
                if (delivery.event().sequence() != before + 1) {
                    wrong.add(lane + ": " + delivery.event().sequence() + " after " + before);
                }
                last.put(lane, delivery.event().sequence());
            }
        };
    }

    /** Sets the clock to anywhere from three days back to an hour on. */
    private void turn(SampleWorld world) {
        world.portal.time.forward(Duration.ofMillis(random.nextLong(-259_200_000L, 3_600_000L)));
    }

    private static Conversation opened(SampleWorld world, Actor actor, int number) {
        return world.portal.inbox.open(
                actor,
                OpenConversation.about("contract")
                        .subject("Nummer " + number)
                        .text("Text")
                        .once(IdempotencyKey.of("n" + number))
                        .build());
    }

    private static <T> List<T> all(Function<PageRequest, Page<T>> list) {
        List<T> all = new ArrayList<>();
        PageRequest request = PageRequest.first(5);
        while (true) {
            Page<T> page = list.apply(request);
            all.addAll(page.items());
            if (page.next() == null) {
                return all;
            }
            request = request.after(page.next());
        }
    }
}
