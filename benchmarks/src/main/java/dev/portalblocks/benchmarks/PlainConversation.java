// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A conversation's row. */
final class PlainConversation {
    final String customer;
    final String topic;
    final String team;
    final long version;
    final long companyRead;
    final Instant openedAt;
    final byte[] sealed;
    long messages;
    long customerRead;
    long customerUnread;
    long companyUnread;
    Instant latestAt;

    PlainConversation(ResultSet rows) throws SQLException {
        customer = rows.getString("customer");
        topic = rows.getString("topic");
        team = rows.getString("team");
        version = rows.getLong("version");
        messages = rows.getLong("messages");
        customerRead = rows.getLong("customer_read");
        customerUnread = rows.getLong("customer_unread");
        companyRead = rows.getLong("company_read");
        companyUnread = rows.getLong("company_unread");
        openedAt = rows.getObject("opened_at", OffsetDateTime.class).toInstant();
        latestAt = rows.getObject("latest_at", OffsetDateTime.class).toInstant();
        sealed = rows.getBytes("sealed");
    }
}
