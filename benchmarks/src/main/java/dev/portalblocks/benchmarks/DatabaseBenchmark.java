// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.jdbc.JdbcTeamDirectory;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.messaging.jdbc.JdbcMessagingStorage;
import dev.portalblocks.messaging.model.Conversation;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.MarkRead;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.messaging.model.Unread;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.Profile;
import dev.portalblocks.profile.model.ProfilePatch;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Five operations on a database that keeps what it has committed, each beside the same statements written by hand. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 3)
@Measurement(iterations = 6, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class DatabaseBenchmark {
    private static final TenantId TENANT = TenantId.of("acme");
    private static final String TEXT = "Bitte senden Sie mir die Bescheinigung für das Finanzamt.";
    private static final PageRequest NEWEST = PageRequest.first(50);

    /** Called by JMH. */
    public DatabaseBenchmark() {}

    /** A portal on a database, and hand-written code on the same pool. */
    @State(Scope.Benchmark)
    public static class Running {
        /** Which database. */
        @Param({"h2", "postgresql"})
        public String engine;

        private final AtomicInteger customers = new AtomicInteger();
        private Engine database;
        private Portal portal;
        private Profiles profiles;
        private Inbox inbox;
        private PlainJdbc plain;

        /** Called by JMH. */
        @SuppressWarnings("NullAway.Init") // JMH fills the fields before it calls anything else
        public Running() {}

        /** Starts the database and makes its tables. */
        @Setup
        public void start() {
            database = Engine.named(engine);
            Database db = Database.on(database.source());
            Schemas.migrate(db, JdbcCoreStorage.SCHEMA, JdbcProfileStorage.SCHEMA, JdbcMessagingStorage.SCHEMA);
            db.write(tx -> new JdbcTeamDirectory(db).put(tx, TENANT, "contract", Set.of("jonas")));
            portal = Portal.of(db);
            profiles = Profiles.of(portal, JdbcProfileStorage.on(db));
            inbox = Inbox.of(portal, JdbcMessagingStorage.on(db));
            plain = new PlainJdbc(database.source(), TENANT.value(), database.isPostgres());
        }

        /** Ends both. */
        @TearDown
        public void end() {
            portal.close();
            database.close();
        }
    }

    /** A customer of each thread's own, with a profile and a conversation of sixty messages. */
    @State(Scope.Thread)
    public static class Customer {
        private static final int MESSAGES = 60;

        private CustomerId number;
        private Actor actor;
        private ConversationId conversation;
        private int changes;

        /** Called by JMH. */
        @SuppressWarnings("NullAway.Init") // JMH fills the fields before it calls anything else
        public Customer() {}

        /** Makes the customer. */
        @Setup
        public void begin(Running running) {
            number = CustomerId.of("c" + running.customers.incrementAndGet());
            actor = Actor.customer(TENANT, number);
            running.profiles.change(actor, next());
            conversation = running.inbox
                    .open(
                            actor,
                            OpenConversation.about("contract")
                                    .subject("Beitrag 2027")
                                    .text(TEXT)
                                    .build())
                    .id();
            Actor jonas = Actor.agent(TENANT, "jonas", "service");
            for (int i = 0; i < MESSAGES; i++) {
                running.inbox.desk().send(jonas, SendMessage.of(conversation, TEXT));
            }
        }

        private ChangeProfile next() {
            return ChangeProfile.of(
                    number, ProfilePatch.builder().givenName(name()).build());
        }

        private String name() {
            return "Erika " + changes++;
        }
    }

    /** A message of the company's that has just arrived. */
    @State(Scope.Thread)
    public static class Arrival {
        private long sequence;

        /** Called by JMH. */
        public Arrival() {}

        /** Lets it arrive; the time it takes is not measured. */
        @Setup(Level.Invocation)
        public void arrive(Running running, Customer customer) throws SQLException {
            sequence = running.plain.send(customer.number.value(), customer.conversation.value(), "COMPANY", TEXT);
        }
    }

    /** Ours. */
    @Benchmark
    public Profile change(Running running, Customer customer) {
        return running.profiles.change(customer.actor, customer.next());
    }

    /** By hand. */
    @Benchmark
    public long plainChange(Running running, Customer customer) throws SQLException {
        return running.plain.changeProfile(customer.number.value(), customer.name());
    }

    /** Ours. */
    @Benchmark
    public Message send(Running running, Customer customer) {
        return running.inbox.send(customer.actor, SendMessage.of(customer.conversation, TEXT));
    }

    /** By hand. */
    @Benchmark
    public long plainSend(Running running, Customer customer) throws SQLException {
        return running.plain.send(customer.number.value(), customer.conversation.value(), "CUSTOMER", TEXT);
    }

    /** Ours. */
    @Benchmark
    public Page<Message> newest(Running running, Customer customer) {
        return running.inbox.messages(customer.actor, customer.conversation, MessageOrder.NEWEST_FIRST, NEWEST);
    }

    /** By hand; one more than asked for, to know whether there are more. */
    @Benchmark
    public List<String> plainNewest(Running running, Customer customer) throws SQLException {
        return running.plain.newest(customer.number.value(), customer.conversation.value(), NEWEST.limit() + 1);
    }

    /** Ours. */
    @Benchmark
    public Unread unread(Running running, Customer customer) {
        return running.inbox.unread(customer.actor);
    }

    /** By hand. */
    @Benchmark
    public long plainUnread(Running running, Customer customer) throws SQLException {
        return running.plain.unread(customer.number.value());
    }

    /** Ours. */
    @Benchmark
    public Conversation markRead(Running running, Customer customer, Arrival arrival) {
        return running.inbox.markRead(customer.actor, new MarkRead(customer.conversation, arrival.sequence));
    }

    /** By hand. */
    @Benchmark
    public long plainMarkRead(Running running, Customer customer, Arrival arrival) throws SQLException {
        return running.plain.markRead(customer.number.value(), customer.conversation.value(), arrival.sequence);
    }
}
