// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Row;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.NoteId;
import dev.portalblocks.messaging.spi.NoteStore;
import dev.portalblocks.messaging.spi.StoredNote;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Internal notes in a table; whether one is covered is asked of the conversations' table in the same statement. */
public final class JdbcNoteStore implements NoteStore {
    private static final String SELECT =
            "SELECT id, conversation, number, written_at, sealed FROM @note part WHERE tenant = ?";

    private final Database db;

    /** Keeps the notes in this database, beside the conversations. */
    public JdbcNoteStore(Database db) {
        this.db = db;
    }

    @Override
    public boolean append(Tx tx, StoredNote note) {
        return db.sql(
                        tx,
                        "INSERT INTO @note (tenant, id, conversation, number, written_at, sealed)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        note.tenant().value(),
                        note.id().value(),
                        note.conversation().value(),
                        note.number(),
                        note.writtenAt(),
                        db.json().bytes(new Sealed(note.author(), note.text())))
                .insertsIfAbsent();
    }

    @Override
    public Optional<StoredNote> find(Tx tx, Scope scope, NoteId id) {
        Sql sql = db.sql(tx, SELECT, scope.tenant().value()).and(" AND id = ?", id.value());
        return Coverage.ofPart(sql, scope).first(row -> read(scope.tenant(), row));
    }

    @Override
    public List<StoredNote> list(Tx tx, Scope scope, ConversationId conversation, @Nullable Keyset after, int limit) {
        Sql sql = db.sql(tx, SELECT, scope.tenant().value()).and(" AND conversation = ?", conversation.value());
        if (after != null) {
            sql.and(" AND number > ?", Long.parseLong(after.id()));
        }
        return Coverage.of(sql, scope, conversation)
                .and(" ORDER BY tenant, conversation, number LIMIT ?", limit)
                .rows(row -> read(scope.tenant(), row));
    }

    @Override
    public long lastNumber(Tx tx, Scope scope, ConversationId conversation) {
        Sql sql = db.sql(
                tx,
                "SELECT number FROM @note WHERE tenant = ? AND conversation = ?",
                scope.tenant().value(),
                conversation.value());
        return Coverage.of(sql, scope, conversation)
                .and(" ORDER BY tenant DESC, conversation DESC, number DESC LIMIT 1")
                .first(row -> row.number("number"))
                .orElse(0L);
    }

    private static StoredNote read(TenantId tenant, Row row) throws SQLException {
        Sealed sealed = row.json("sealed", Sealed.class);
        return new StoredNote(
                tenant,
                NoteId.of(row.uuid("id")),
                ConversationId.of(row.uuid("conversation")),
                row.number("number"),
                sealed.author(),
                sealed.text(),
                row.instant("written_at"));
    }

    /** What of a note only people read. */
    record Sealed(String author, String text) {}
}
