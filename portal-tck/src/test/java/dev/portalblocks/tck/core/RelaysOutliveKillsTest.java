// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.jdbc.JdbcDeliveryLedger;
import dev.portalblocks.core.event.jdbc.JdbcEventStore;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.tck.core.RelayNodes.Node;
import dev.portalblocks.tck.core.RelayNodes.Said;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Four relays, processes of their own, bring events to a CRM that writes them to another database. In each round one of
 * them is killed, or paused for longer than its lease and woken when the others are done: none is lost, each lane's come in
 * their order, what comes again is the same, and who wakes is fenced.
 */
class RelaysOutliveKillsTest {
    private static final int ROUNDS = Boolean.getBoolean("portal.deep") ? 300 : 5;
    private static final int LANES = 16;
    private static final int EVENTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A pause cost its node whatever it was doing in a transaction, and must not keep the others waiting. */
    private static final String IMPATIENT = "&options=-c%20idle_in_transaction_session_timeout=300";

    private final long seed = Long.getLong("portal.seed", 4711);
    private final Random random = new Random(seed);
    private int counted;
    private int kills;
    private int pauses;
    private int fenced;
    private int cutOff;

    @Test
    void nothingIsLostAndLanesKeepTheirOrder() throws Exception {
        try (EmbeddedPostgres server = server()) {
            Database portal = Database.on(source(server, "portal"));
            Schemas.migrate(portal, JdbcCoreStorage.SCHEMA);
            PGSimpleDataSource crm = source(server, "crm");
            prepare(crm);
            try (RelayNodes nodes = new RelayNodes(url(server, "portal") + IMPATIENT, url(server, "crm") + IMPATIENT);
                    Connection rows = crm.getConnection()) {
                for (int round = 1; round <= ROUNDS; round++) {
                    round(nodes, portal, rows, round);
                }
                Arrivals.judge(rows, "seed " + seed);
                System.out.println("Relays, seed " + seed + ": " + ROUNDS + " rounds, " + counted
                        + " hit between first and last delivery, " + kills + " killed, " + pauses + " paused, " + fenced
                        + " of them seen to be fenced, " + cutOff + " cut off in a transaction; "
                        + Arrivals.summary(rows));
            }
        }
        assertThat(counted).as("rounds that count, seed %d", seed).isPositive();
        if (pauses > 10) { // few of them may all fall into transactions, which the server ends
            assertThat(fenced).as("pauses seen to be fenced, seed %d", seed).isPositive();
        }
    }

    private void round(RelayNodes nodes, Database portal, Connection rows, int round) throws Exception {
        awaitReady(nodes);
        append(portal, round);
        int before = (round - 1) * LANES * EVENTS;
        int after = round * LANES * EVENTS;
        int target = random.nextInt(LANES * EVENTS / 2);
        boolean isKill = random.nextBoolean();
        nodes.all().forEach(Node::go);
        Node victim = awaitDelivery(nodes, target);
        boolean hasBegun = effects(rows) > before;
        if (isKill) {
            nodes.kill(victim);
        } else {
            victim.signal("STOP");
        }
        boolean isCounted = hasBegun && effects(rows) < after;
        counted += isCounted ? 1 : 0;
        if (isKill) {
            kills++;
            nodes.start();
            awaitAll(nodes, rows, after);
        } else {
            pauses++;
            nodes.drain();
            String open = victim.open;
            awaitAll(nodes, rows, after);
            wake(nodes, rows, victim, open);
        }
    }

    /** Its lane, if it was in the middle of a delivery, is another's by now, and it learns so from the fence or the server. */
    private void wake(RelayNodes nodes, Connection rows, Node victim, String open) throws Exception {
        nodes.drain();
        victim.signal("CONT");
        long end = System.nanoTime() + PATIENCE.toNanos();
        Said said = nodes.hear();
        while (said == null || said.node() != victim || !said.line().startsWith("idle ")) {
            assertThat(System.nanoTime()).as("%s wakes", victim.name).isLessThan(end);
            said = nodes.hear();
        }
        String[] words = said.line().split(" ", -1);
        boolean isFenced = !words[4].equals("0");
        // said where the pause fell into a transaction of the portal's, which the server has ended in the meantime
        boolean isCutOff = words.length > 5;
        fenced += isFenced ? 1 : 0;
        cutOff += isCutOff ? 1 : 0;
        if (!open.isEmpty() && Arrivals.wasTakenOver(rows, open)) {
            assertThat(isFenced || isCutOff)
                    .as("%s woke in the middle of %s: %s", victim.name, open, said.line())
                    .isTrue();
        }
    }

    private static void awaitReady(RelayNodes nodes) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!nodes.all().stream().allMatch(node -> node.isReady && node.isIdle)) {
            assertThat(System.nanoTime()).as("all are ready").isLessThan(end);
            nodes.hear();
        }
    }

    /** Returns who is hit, after so many deliveries: the node that has just begun the next one. */
    private static Node awaitDelivery(RelayNodes nodes, int target) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int done = 0;
        while (true) {
            assertThat(System.nanoTime()).as("deliveries").isLessThan(end);
            Said said = nodes.hear();
            done += said != null && said.line().startsWith("end ") ? 1 : 0;
            if (said != null && done > target && said.line().startsWith("begin ")) {
                return said.node();
            }
        }
    }

    private void awaitAll(RelayNodes nodes, Connection rows, int count) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (effects(rows) < count) {
            assertThat(System.nanoTime())
                    .as("seed %d: %d of %d delivered", seed, effects(rows), count)
                    .isLessThan(end);
            nodes.hear();
        }
    }

    private static int effects(Connection rows) throws SQLException {
        try (Statement statement = rows.createStatement();
                ResultSet found = statement.executeQuery("SELECT COUNT(*) FROM effect")) {
            found.next();
            return found.getInt(1);
        }
    }

    private static void append(Database portal, int round) {
        JdbcEventStore events = new JdbcEventStore(portal);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            texts.add("round " + round + ", " + i);
        }
        for (int lane = 0; lane < LANES; lane++) {
            String name = "lane-" + lane;
            portal.write(tx -> Events.append(events, tx, Events.ACME, Events.lane(name), texts.toArray(String[]::new)));
        }
    }

    private static EmbeddedPostgres server() throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE portal");
            statement.execute("CREATE DATABASE crm");
        }
        return server;
    }

    private static void prepare(PGSimpleDataSource crm) throws SQLException {
        Schemas.migrate(Database.on(crm), JdbcDeliveryLedger.SCHEMA);
        try (Connection connection = crm.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("arrival", "effect")) {
                statement.execute("CREATE TABLE " + table
                        + " (number bigint GENERATED ALWAYS AS IDENTITY, node text, lane text, sequence bigint, event uuid,"
                        + " fence bigint)");
            }
        }
    }

    private static String url(EmbeddedPostgres server, String database) {
        return server.getJdbcUrl("postgres", database);
    }

    private static PGSimpleDataSource source(EmbeddedPostgres server, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url(server, database));
        return source;
    }
}
