// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.jdbc;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.tx.jdbc.Sql;
import dev.portalblocks.messaging.model.ConversationId;

/** A scope as conditions on conversations, within the statement that reads. */
final class Coverage {
    private Coverage() {}

    /** Goes on with what the scope says of a conversation's row. */
    static Sql ofConversations(Sql sql, Scope scope) {
        return sql.among("customer", scope.customers().restriction(), CustomerId::value)
                .among("team", scope.teams().restriction(), team -> team);
    }

    /** Goes on with: this conversation is covered as it is now. It is asked once for a statement, not for each row. */
    static Sql of(Sql sql, Scope scope, ConversationId conversation) {
        sql.and(
                " AND EXISTS (SELECT 1 FROM @conversation WHERE tenant = ? AND id = ?",
                scope.tenant().value(),
                conversation.value());
        return ofConversations(sql, scope).and(")");
    }

    /** Goes on with: the conversation that the row {@code part} belongs to is covered as it is now. */
    static Sql ofPart(Sql sql, Scope scope) {
        sql.and(" AND EXISTS (SELECT 1 FROM @conversation c WHERE c.tenant = part.tenant AND c.id = part.conversation");
        return ofConversations(sql, scope).and(")");
    }
}
