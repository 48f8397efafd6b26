// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.messaging.model.Attachment;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.MessageId;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.Side;
import dev.portalblocks.messaging.spi.MessageStore;
import dev.portalblocks.messaging.spi.StoredMessage;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Messages in a table; whether one is covered is asked of the conversations' table in the same statement. */
public final class JdbcMessageStore implements MessageStore {
    private static final String SELECT =
            "SELECT id, conversation, sequence, side, sent_at, sealed FROM @message part WHERE tenant = ?";

    private final Database db;

    /** Keeps the messages in this database, beside the conversations. */
    public JdbcMessageStore(Database db) {
        this.db = db;
    }

    @Override
    public boolean append(Tx tx, StoredMessage message) {
        return db.sql(
                        tx,
                        "INSERT INTO @message (tenant, id, conversation, sequence, side, sent_at, sealed)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                        message.tenant().value(),
                        message.id().value(),
                        message.conversation().value(),
                        message.sequence(),
                        message.from().name(),
                        message.sentAt(),
                        db.json().bytes(new Sealed(message.text(), message.attachments())))
                .insertsIfAbsent();
    }

    @Override
    public Optional<StoredMessage> find(Tx tx, Scope scope, MessageId id) {
        Sql sql = db.sql(tx, SELECT, scope.tenant().value()).and(" AND id = ?", id.value());
        return Coverage.ofPart(sql, scope).first(row -> read(scope.tenant(), row));
    }

    @Override
    public List<StoredMessage> list(Tx tx, Scope scope, Slice slice) {
        Sql sql = db.sql(tx, SELECT, scope.tenant().value())
                .and(" AND conversation = ?", slice.conversation().value());
        Keyset after = slice.after();
        boolean ascending = slice.order() == MessageOrder.OLDEST_FIRST;
        if (after != null) {
            long place = Long.parseLong(after.id());
            sql.and(ascending ? " AND sequence > ?" : " AND sequence < ?", ascending ? place : Long.MAX_VALUE - place);
        }
        return Coverage.of(sql, scope, slice.conversation())
                .and(
                        ascending
                                ? " ORDER BY tenant, conversation, sequence"
                                : " ORDER BY tenant DESC, conversation DESC, sequence DESC")
                .and(" LIMIT ?", slice.limit())
                .rows(row -> read(scope.tenant(), row));
    }

    @Override
    public long count(Tx tx, Scope scope, ConversationId conversation, Side from, long behind) {
        Sql sql = db.sql(
                tx,
                "SELECT COUNT(*) AS messages FROM @message"
                        + " WHERE tenant = ? AND conversation = ? AND sequence > ? AND side = ?",
                scope.tenant().value(),
                conversation.value(),
                behind,
                from.name());
        return Coverage.of(sql, scope, conversation)
                .first(row -> row.number("messages"))
                .orElse(0L);
    }

    private static StoredMessage read(TenantId tenant, Row row) throws SQLException {
        Sealed sealed = row.json("sealed", Sealed.class);
        return new StoredMessage(
                tenant,
                MessageId.of(row.uuid("id")),
                ConversationId.of(row.uuid("conversation")),
                row.number("sequence"),
                Side.valueOf(row.text("side")),
                sealed.text(),
                sealed.attachments(),
                row.instant("sent_at"));
    }

    /** What of a message only people read. */
    record Sealed(String text, List<Attachment> attachments) {}
}
