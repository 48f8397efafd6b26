// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.jdbc;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.Side;
import dev.portalblocks.messaging.model.Unread;
import dev.portalblocks.messaging.spi.ConversationStore;
import dev.portalblocks.messaging.spi.StoredConversation;
import dev.portalblocks.messaging.spi.StoredConversation.Progress;
import dev.portalblocks.messaging.spi.StoredConversation.Reading;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Conversations in a table. Beside the instant of its last message a row has its place in the list as a number that grows
 * while the instant goes back, so that an index has the order of the list.
 */
public final class JdbcConversationStore implements ConversationStore {
    private static final String SELECT = "SELECT id, customer, topic, team, messages, customer_read, customer_unread,"
            + " company_read, company_unread, version, opened_at, latest_at, sealed FROM @conversation WHERE tenant = ?";

    private final Database db;

    /** Keeps the conversations in this database. */
    public JdbcConversationStore(Database db) {
        this.db = db;
    }

    @Override
    public Optional<StoredConversation> find(Tx tx, Scope scope, ConversationId id) {
        return one(tx, scope, id).first(row -> read(scope.tenant(), row));
    }

    @Override
    public Optional<StoredConversation> findForUpdate(Tx tx, Scope scope, ConversationId id) {
        return one(tx, scope, id).and(" FOR UPDATE").first(row -> read(scope.tenant(), row));
    }

    @Override
    public boolean insert(Tx tx, StoredConversation conversation) {
        Progress progress = conversation.progress();
        return db.sql(
                        tx,
                        "INSERT INTO @conversation (tenant, id, customer, topic, team, place, messages, customer_read,"
                                + " customer_unread, company_read, company_unread, version, opened_at, latest_at, sealed)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        conversation.tenant().value(),
                        conversation.id().value(),
                        conversation.customer().value(),
                        conversation.topic(),
                        conversation.team(),
                        place(ConversationStore.place(conversation)),
                        progress.messages(),
                        progress.customer().upTo(),
                        progress.customer().unread(),
                        progress.company().upTo(),
                        progress.company().unread(),
                        conversation.version(),
                        conversation.openedAt(),
                        conversation.latestAt(),
                        sealed(conversation))
                .insertsIfAbsent();
    }

    @Override
    public boolean update(Tx tx, StoredConversation conversation, long expectedVersion) {
        Progress progress = conversation.progress();
        return db.sql(
                        tx,
                        "UPDATE @conversation SET customer = ?, topic = ?, team = ?, place = ?, messages = ?,"
                                + " customer_read = ?, customer_unread = ?, company_read = ?, company_unread = ?,"
                                + " version = ?, opened_at = ?, latest_at = ?, sealed = ?"
                                + " WHERE tenant = ? AND id = ? AND version = ?",
                        conversation.customer().value(),
                        conversation.topic(),
                        conversation.team(),
                        place(ConversationStore.place(conversation)),
                        progress.messages(),
                        progress.customer().upTo(),
                        progress.customer().unread(),
                        progress.company().upTo(),
                        progress.company().unread(),
                        conversation.version(),
                        conversation.openedAt(),
                        conversation.latestAt(),
                        sealed(conversation),
                        conversation.tenant().value(),
                        conversation.id().value(),
                        expectedVersion)
                .changes();
    }

    @Override
    public List<StoredConversation> list(Tx tx, Scope scope, @Nullable Keyset after, int limit) {
        Sql sql = db.sql(tx, SELECT, scope.tenant().value());
        Coverage.ofConversations(sql, scope);
        if (after != null) {
            // the first condition is for H2, which knows no range of an index by a row of values
            long place = place(after);
            sql.and(" AND place >= ? AND (place, id) > (?, ?)", place, place, UUID.fromString(after.id()));
        }
        return sql.and(order(scope)).and(" LIMIT ?", limit).rows(row -> read(scope.tenant(), row));
    }

    @Override
    public Unread unread(Tx tx, Scope scope, Side side) {
        String column = side == Side.CUSTOMER ? "customer_unread" : "company_unread";
        Sql sql = db.sql(
                tx,
                "SELECT COALESCE(SUM(" + column + "), 0) AS messages, COUNT(*) AS conversations FROM @conversation"
                        + " WHERE tenant = ? AND " + column + " > 0",
                scope.tenant().value());
        return Coverage.ofConversations(sql, scope)
                .first(row -> new Unread(row.number("messages"), row.number("conversations")))
                .orElse(Unread.NONE);
    }

    private Sql one(Tx tx, Scope scope, ConversationId id) {
        Sql sql = db.sql(tx, SELECT, scope.tenant().value()).and(" AND id = ?", id.value());
        return Coverage.ofConversations(sql, scope);
    }

    /** The list's order; columns of which there is one value lead to the index that has it, on H2 too. */
    private static String order(Scope scope) {
        if (isOne(scope.customers())) {
            return " ORDER BY tenant, customer, place, id";
        }
        return isOne(scope.teams()) ? " ORDER BY tenant, team, place, id" : " ORDER BY tenant, place, id";
    }

    private static boolean isOne(Bound<?> bound) {
        return bound.restriction().filter(values -> values.size() == 1).isPresent();
    }

    private static long place(Keyset keyset) {
        return Long.parseLong(keyset.sortKey());
    }

    private byte[] sealed(StoredConversation conversation) {
        return db.json().bytes(new Sealed(conversation.subject()));
    }

    private static StoredConversation read(TenantId tenant, Row row) throws SQLException {
        return new StoredConversation(
                tenant,
                ConversationId.of(row.uuid("id")),
                CustomerId.of(row.text("customer")),
                row.text("topic"),
                row.text("team"),
                row.json("sealed", Sealed.class).subject(),
                new Progress(
                        row.number("messages"),
                        new Reading(row.number("customer_read"), row.number("customer_unread")),
                        new Reading(row.number("company_read"), row.number("company_unread"))),
                row.number("version"),
                row.instant("opened_at"),
                row.instant("latest_at"));
    }

    /** What of a conversation only people read. */
    record Sealed(String subject) {}
}
