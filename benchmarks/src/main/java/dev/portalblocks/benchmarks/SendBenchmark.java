// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.messaging.memory.MemoryMessagingStorage;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a send costs through the one way, beside the bare update of a map that a first draft would be. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(value = 2, jvmArgsAppend = "-Xmx2g")
public class SendBenchmark {
    private static final TenantId TENANT = TenantId.of("acme");
    private static final Actor ERIKA = Actor.customer(TENANT, CustomerId.of("4711"));
    private static final String TEXT = "Bitte senden Sie mir die Bescheinigung für das Finanzamt.";

    private Sending sending = new Sending();

    /** Called by JMH. */
    public SendBenchmark() {}

    /** Begins empty, so that what earlier iterations kept slows none down. */
    @Setup(Level.Iteration)
    public void begin() {
        sending.close();
        sending = new Sending();
    }

    /** Ends the portal. */
    @TearDown
    public void end() {
        sending.close();
    }

    /** Sends a message: validated, authorised, counted, told to the outbox, audited, committed. */
    @Benchmark
    public Message send() {
        return sending.inbox.send(ERIKA, SendMessage.of(sending.conversation, TEXT));
    }

    /** Adds a text to a list in a map, under the entry's lock. */
    @Benchmark
    public List<String> bareMapUpdate() {
        return sending.map.compute(sending.conversation, (id, texts) -> {
            List<String> all = texts == null ? new ArrayList<>() : texts;
            all.add(TEXT);
            return all;
        });
    }

    /** One conversation in a memory of its own, and a map beside it. */
    private static final class Sending implements AutoCloseable {
        private final Portal portal;
        private final Inbox inbox;
        private final ConversationId conversation;
        private final ConcurrentMap<ConversationId, List<String>> map = new ConcurrentHashMap<>();

        Sending() {
            Memory memory = new Memory();
            MemoryCoreStorage storage = MemoryCoreStorage.in(memory);
            memory.write(tx -> storage.teams().put(tx, TENANT, "contract", Set.of("jonas")));
            portal = Portal.builder(storage).build();
            inbox = Inbox.of(portal, MemoryMessagingStorage.in(memory));
            conversation = inbox.open(
                            ERIKA,
                            OpenConversation.about("contract")
                                    .subject("Beitrag 2027")
                                    .text(TEXT)
                                    .build())
                    .id();
        }

        @Override
        public void close() {
            portal.close();
        }
    }
}
