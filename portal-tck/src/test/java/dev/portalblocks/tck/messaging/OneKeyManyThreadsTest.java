// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.messaging.model.Conversation;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.ConversationOpened;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.MessageSent;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same key from 50 threads: one message, 50 equal answers, one event. */
class OneKeyManyThreadsTest {
    private static final int THREADS = 50;
    private static final Actor ERIKA = Office.customer(11);

    @ParameterizedTest
    @EnumSource
    void fiftySendsUnderOneKeyAreOneMessage(Cabinet cabinet) {
        try (Office office = new Office(Seed.value(), cabinet)) {
            ConversationId asked = office.opened(ERIKA);
            SendMessage command = SendMessage.of(asked, "Einmal").once(IdempotencyKey.of("k"));

            Set<Message> answers = outcomes(Race.of(THREADS, runner -> office.inbox.send(ERIKA, command)));

            assertThat(answers).hasSize(1);
            assertThat(office.inbox
                            .messages(ERIKA, asked, MessageOrder.OLDEST_FIRST, Office.ALL)
                            .items())
                    .hasSize(2)
                    .containsAll(answers);
            assertThat(office.events())
                    .filteredOn(event -> event.data() instanceof MessageSent sent && sent.sequence() > 1)
                    .hasSize(1);
            assertThat(office.desk.read(Office.SABINE, asked).unread()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void fiftyOpeningsUnderOneKeyAreOneConversation(Cabinet cabinet) {
        try (Office office = new Office(Seed.value(), cabinet)) {
            OpenConversation command = OpenConversation.about("contract")
                    .subject("Einmal")
                    .text("Einmal")
                    .once(IdempotencyKey.of("k"))
                    .build();

            Set<Conversation> answers = outcomes(Race.of(THREADS, runner -> office.inbox.open(ERIKA, command)));

            assertThat(answers).hasSize(1);
            assertThat(office.inbox.conversations(ERIKA, Office.ALL).items()).containsExactlyElementsOf(answers);
            assertThat(office.events())
                    .extracting(PortalEvent::type)
                    .containsExactly(ConversationOpened.TYPE.name(), MessageSent.TYPE.name());
        }
    }

    private static <T> Set<T> outcomes(List<Outcome<T>> outcomes) {
        assertThat(outcomes).hasSize(THREADS);
        return outcomes.stream().map(Outcome::orFail).collect(Collectors.toSet());
    }
}
