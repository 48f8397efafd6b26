// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.jdbc.JdbcTeamDirectory;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.messaging.jdbc.JdbcMessagingStorage;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.MarkRead;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** An inbox of ten thousand customers with a conversation each; their messages are put in by hand. */
final class FilledInbox implements AutoCloseable {
    static final List<String> OPERATIONS = List.of("send", "newest", "conversations", "unread", "markRead");

    private static final TenantId TENANT = TenantId.of("acme");
    private static final int CUSTOMERS = 10_000;
    /** The customers before this one are the usual ones; this one has far more messages if there are many at all. */
    static final int LARGEST = 100;

    /** So many customers have {@link #MESSAGES} each. */
    private static final int ALIKE = 160;

    private static final int MESSAGES = 60;
    private static final PageRequest NEWEST = PageRequest.first(50);
    private static final String TEXT = "Bitte senden Sie mir die Bescheinigung für das Finanzamt.";

    private final Engine engine;
    private final Portal portal;
    private final Inbox inbox;
    private final List<UUID> conversations = new ArrayList<>();
    private final long[] messages = new long[CUSTOMERS];

    /** Makes the customers: the usual ones first, then the largest, then the others. */
    FilledInbox(Engine engine) throws SQLException {
        this.engine = engine;
        Database db = Database.on(engine.source());
        Schemas.migrate(db, JdbcCoreStorage.SCHEMA, JdbcMessagingStorage.SCHEMA);
        db.write(tx -> new JdbcTeamDirectory(db).put(tx, TENANT, "contract", Set.of("jonas")));
        portal = Portal.of(db);
        inbox = Inbox.of(portal, JdbcMessagingStorage.on(db));
        ConversationId first = inbox.open(
                        actor(0),
                        OpenConversation.about("contract")
                                .subject("Beitrag 2027")
                                .text(TEXT)
                                .build())
                .id();
        conversations.add(first.value());
        messages[0] = 1;
        try (Connection connection = engine.source().getConnection();
                PreparedStatement copy = connection.prepareStatement(
                        "INSERT INTO portal_conversation (tenant, id, customer, topic, team, place, messages,"
                                + " customer_read, customer_unread, company_read, company_unread, version, opened_at,"
                                + " latest_at, sealed) SELECT tenant, ?, ?, topic, team, place + ?, 0, 0, 0, 0, 0,"
                                + " version, opened_at, latest_at, sealed FROM portal_conversation WHERE id = ?")) {
            for (int i = 1; i < CUSTOMERS; i++) {
                UUID id = PlainSql.id(Instant.now());
                conversations.add(id);
                copy.setObject(1, id);
                copy.setString(2, "c" + i);
                copy.setLong(3, i);
                copy.setObject(4, first.value());
                copy.addBatch();
            }
            copy.executeBatch();
        }
    }

    /** Fills up until there are so many messages. */
    void fill(int all) throws SQLException {
        long there = Arrays.stream(messages).sum();
        long[] wanted = messages.clone();
        for (int i = 0; i < ALIKE; i++) {
            wanted[i] = Math.max(wanted[i], MESSAGES);
        }
        wanted[LARGEST] = Math.max(wanted[LARGEST], all / 10 > 10_000 ? all / 10 : MESSAGES);
        long rest = all - Arrays.stream(wanted).sum();
        for (int i = ALIKE; rest > 0; i = i + 1 == CUSTOMERS ? ALIKE : i + 1, rest--) {
            wanted[i]++;
        }
        byte[] sealed = PlainSql.json(Map.of("text", TEXT, "attachments", List.of()));
        try (Connection connection = engine.source().getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO portal_message (tenant, id, conversation, sequence, side, sent_at, sealed)"
                                + " VALUES ('acme', ?, ?, ?, 'COMPANY', CURRENT_TIMESTAMP, ?)");
                PreparedStatement count = connection.prepareStatement("UPDATE portal_conversation SET messages = ?,"
                        + " customer_unread = 0, version = version + 1 WHERE tenant = 'acme' AND id = ?");
                Statement analyze = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < CUSTOMERS; i++) {
                put(insert, i, wanted[i], sealed);
                count.setLong(1, wanted[i]);
                count.setObject(2, conversations.get(i));
                count.addBatch();
            }
            insert.executeBatch();
            count.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
            analyze.execute(engine.isPostgres() ? "VACUUM ANALYZE" : "ANALYZE");
            if (engine.isPostgres()) {
                analyze.execute("CHECKPOINT"); // else what was filled is written while the calls are measured
            }
        }
        System.out.println(
                Arrays.stream(messages).sum() - there + " messages put in, " + messages[LARGEST] + " of one customer");
    }

    private void put(PreparedStatement insert, int customer, long upTo, byte[] sealed) throws SQLException {
        while (messages[customer] < upTo) {
            insert.setObject(1, PlainSql.id(Instant.now()));
            insert.setObject(2, conversations.get(customer));
            insert.setLong(3, ++messages[customer]);
            insert.setBytes(4, sealed);
            insert.addBatch();
            if (messages[customer] % 1_000 == 0) {
                insert.executeBatch();
            }
        }
    }

    /** Returns what 99 of 100 calls take at most, in microseconds, made in turn for so many customers from the first one on. */
    double p99(String operation, int first, int customers, int calls) {
        double[] times = new double[calls];
        for (int i = 0; i < calls; i++) {
            int customer = first + i % customers;
            ConversationId conversation = ConversationId.of(conversations.get(customer));
            if (operation.equals("markRead")) {
                inbox.desk().send(Actor.agent(TENANT, "jonas", "service"), SendMessage.of(conversation, TEXT));
                messages[customer]++;
            }
            long start = System.nanoTime();
            call(operation, customer, conversation);
            times[i] = (System.nanoTime() - start) / 1e3;
            messages[customer] += operation.equals("send") ? 1 : 0;
        }
        Arrays.sort(times);
        return times[calls * 99 / 100];
    }

    private void call(String operation, int customer, ConversationId conversation) {
        Actor actor = actor(customer);
        switch (operation) {
            case "send" -> inbox.send(actor, SendMessage.of(conversation, TEXT));
            case "newest" -> inbox.messages(actor, conversation, MessageOrder.NEWEST_FIRST, NEWEST);
            case "conversations" -> inbox.conversations(actor, NEWEST);
            case "unread" -> inbox.unread(actor);
            case "markRead" -> inbox.markRead(actor, new MarkRead(conversation, messages[customer]));
            default -> throw new IllegalArgumentException(operation);
        }
    }

    private static Actor actor(int customer) {
        return Actor.customer(TENANT, CustomerId.of("c" + customer));
    }

    @Override
    public void close() {
        portal.close();
    }
}
