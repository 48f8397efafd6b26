// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.event.Delivery;
import dev.portalblocks.core.event.EventSubscriber;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.event.RelayTerms;
import dev.portalblocks.core.event.jdbc.JdbcDeliveryLedger;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.operation.EventRelay;
import dev.portalblocks.core.operation.EventTypes;
import dev.portalblocks.core.operation.IdempotentSubscriber;
import dev.portalblocks.core.operation.RelayRun;
import dev.portalblocks.core.operation.Surroundings;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import javax.sql.DataSource;

/**
 * A node of its own that brings events to a CRM with a database of its own. It runs once for each line that it is sent, and
 * says what it does: {@code begin} and {@code end} round each delivery, then {@code idle} with what the run did.
 */
final class RelayProcess implements EventSubscriber {
    static final Duration LEASE = Duration.ofMillis(700);

    private final String node;
    private final DataSource source;
    private final IdempotentSubscriber once;

    private RelayProcess(String node, DataSource source) {
        this.node = node;
        this.source = source;
        Database crm = Database.on(source);
        this.once = IdempotentSubscriber.of(
                "crm", crm, JdbcDeliveryLedger.on(crm), (tx, delivery) -> effect(crm, tx, delivery));
    }

    /** Takes the URLs of the portal's database and of the CRM's, and the node's name. */
    public static void main(String[] arguments) throws IOException {
        Database portal = Database.on(pool(arguments[0]));
        CoreStorage storage = JdbcCoreStorage.on(portal);
        RelayProcess subscriber = new RelayProcess(arguments[2], pool(arguments[1]));
        Surroundings surroundings = new Surroundings(
                InstantSource.system(), new Random(arguments[2].hashCode()), RolePolicy.standard(), storage.mandates());
        EventRelay relay = new EventRelay(storage, new EventTypes(), surroundings, subscriber);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        say("ready");
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            try {
                RelayRun run = relay.run();
                say("idle " + run.delivered() + " " + run.refused() + " " + run.stopped() + " " + run.fenced());
            } catch (StorageFailure failure) {
                say("idle 0 0 0 0 " + failure.code());
            }
        }
    }

    private static HikariDataSource pool(String url) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(2);
        pool.setMinimumIdle(1);
        return new HikariDataSource(pool);
    }

    @Override
    public String name() {
        return "crm";
    }

    /** Short, so that a pause outlasts it; refusals come from connections that a pause has cost, and never end a lane. */
    @Override
    public RelayTerms terms() {
        return RelayTerms.standard().leasing(LEASE).retrying(1_000, Duration.ofMillis(20), Duration.ofMillis(100));
    }

    @Override
    public void receive(Delivery delivery) throws Exception {
        PortalEvent<?> event = delivery.event();
        String which = event.lane().id() + " " + event.sequence() + " " + delivery.fence();
        say("begin " + which);
        try (Connection connection = source.getConnection()) {
            insert(
                    connection,
                    "INSERT INTO arrival (node, lane, sequence, event, fence) VALUES (?, ?, ?, ?, ?)",
                    delivery);
        }
        once.receive(delivery);
        say("end " + which);
    }

    private void effect(Database crm, Tx tx, Delivery delivery) throws SQLException {
        insert(
                crm.connection(tx),
                "INSERT INTO effect (node, lane, sequence, event, fence) VALUES (?, ?, ?, ?, ?)",
                delivery);
    }

    private void insert(Connection connection, String sql, Delivery delivery) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, node);
            insert.setString(2, delivery.event().lane().id());
            insert.setLong(3, delivery.event().sequence());
            insert.setObject(4, delivery.event().id());
            insert.setLong(5, delivery.fence());
            insert.executeUpdate();
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
