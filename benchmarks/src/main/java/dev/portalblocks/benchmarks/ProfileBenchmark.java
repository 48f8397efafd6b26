// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.Profile;
import dev.portalblocks.profile.model.ProfileData;
import dev.portalblocks.profile.model.ProfilePatch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading a cached profile: on one node beside a bare cache, which knows no permissions and hands out a copy; on several
 * beside the one query that asks for the version.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 6, time = 3)
@Measurement(iterations = 8, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class ProfileBenchmark {
    private static final TenantId TENANT = TenantId.of("acme");
    private static final int CUSTOMERS = 1_000;

    /** Called by JMH. */
    public ProfileBenchmark() {}

    /** Which customer is next; each thread goes through all of them. */
    @State(Scope.Thread)
    public static class Turn {
        private int next;

        /** Called by JMH. */
        public Turn() {}

        int next() {
            next = next + 1 == CUSTOMERS ? 0 : next + 1;
            return next;
        }
    }

    /** A portal that is the only writer, and a cache beside it. */
    @State(Scope.Benchmark)
    public static class OneNode {
        private final Customers customers = new Customers();
        private final Cache<Key, Profile> bare =
                Caffeine.newBuilder().maximumSize(2 * CUSTOMERS).build();
        private Running running;

        /** Called by JMH. */
        @SuppressWarnings("NullAway.Init") // JMH calls begin before anything else
        public OneNode() {}

        /** Fills both. */
        @Setup
        public void begin() {
            running = new Running("h2", true, customers);
            for (int i = 0; i < CUSTOMERS; i++) {
                bare.put(
                        new Key(TENANT, customers.numbers.get(i)),
                        running.profiles.read(customers.actors.get(i), customers.numbers.get(i)));
            }
        }

        /** Ends. */
        @TearDown
        public void end() {
            running.close();
        }
    }

    /** A portal that is one of several, and its pool of connections. */
    @State(Scope.Benchmark)
    public static class SeveralNodes {
        /** Which database. */
        @Param({"h2", "postgresql"})
        public String engine;

        private final Customers customers = new Customers();
        private Running running;

        /** Called by JMH. */
        @SuppressWarnings("NullAway.Init") // JMH fills the field, and calls begin before anything else
        public SeveralNodes() {}

        /** Fills it. */
        @Setup
        public void begin() {
            running = new Running(engine, false, customers);
            for (int i = 0; i < CUSTOMERS; i++) {
                running.profiles.read(customers.actors.get(i), customers.numbers.get(i));
            }
        }

        /** Ends. */
        @TearDown
        public void end() {
            running.close();
        }
    }

    /** Ours: may this actor read that profile, and which is it. */
    @Benchmark
    public Profile oneNode(OneNode node, Turn turn) {
        int next = turn.next();
        return node.running.profiles.read(node.customers.actors.get(next), node.customers.numbers.get(next));
    }

    /** A get of Caffeine's, and a copy. */
    @Benchmark
    public Profile bareCache(OneNode node, Turn turn) {
        Profile found = Objects.requireNonNull(
                node.bare.getIfPresent(new Key(TENANT, node.customers.numbers.get(turn.next()))));
        ProfileData data = found.data();
        ProfileData copy = new ProfileData(
                data.givenName(),
                data.familyName(),
                data.email(),
                data.phone(),
                data.street(),
                data.postalCode(),
                data.city(),
                data.country(),
                data.language());
        return new Profile(found.customer(), copy, found.version(), found.changedAt());
    }

    /** Ours: may this actor read that profile, which is it, and is it so still. */
    @Benchmark
    public Profile severalNodes(SeveralNodes node, Turn turn) {
        int next = turn.next();
        return node.running.profiles.read(node.customers.actors.get(next), node.customers.numbers.get(next));
    }

    /** The query, on a connection that commits by itself. */
    @Benchmark
    public long versionQuery(SeveralNodes node, Turn turn) throws SQLException {
        try (Connection connection = node.running.database.source().getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT version, changed_at FROM portal_profile WHERE tenant = ? AND customer = ?")) {
            select.setString(1, TENANT.value());
            select.setString(2, node.customers.numbers.get(turn.next()).value());
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private record Key(TenantId tenant, CustomerId customer) {}

    /** Who asks, and for whom. */
    private static final class Customers {
        private final List<CustomerId> numbers = new ArrayList<>();
        private final List<Actor> actors = new ArrayList<>();

        Customers() {
            for (int i = 0; i < CUSTOMERS; i++) {
                numbers.add(CustomerId.of("c" + i));
                actors.add(Actor.customer(TENANT, CustomerId.of("c" + i)));
            }
        }
    }

    /** A portal with a profile for each customer. */
    private static final class Running implements AutoCloseable {
        private final Engine database;
        private final Portal portal;
        private final Profiles profiles;

        Running(String engine, boolean isOnlyWriter, Customers customers) {
            database = Engine.named(engine);
            Database db = Database.on(database.source());
            Schemas.migrate(db, JdbcCoreStorage.SCHEMA, JdbcProfileStorage.SCHEMA);
            portal = Portal.of(db);
            Profiles.Builder builder = Profiles.builder(portal, JdbcProfileStorage.on(db));
            profiles = (isOnlyWriter
                            ? builder.cachedOnOneNode(2 * CUSTOMERS)
                            : builder.cachedOnSeveralNodes(2 * CUSTOMERS))
                    .build();
            for (int i = 0; i < CUSTOMERS; i++) {
                ProfilePatch patch = ProfilePatch.builder()
                        .givenName("Erika")
                        .familyName("Mustermann " + i)
                        .email("erika" + i + "@example.org")
                        .street("Heidestraße 17")
                        .city("51147", "Köln")
                        .build();
                profiles.change(customers.actors.get(i), ChangeProfile.of(customers.numbers.get(i), patch));
            }
        }

        @Override
        public void close() {
            portal.close();
            database.close();
        }
    }
}
