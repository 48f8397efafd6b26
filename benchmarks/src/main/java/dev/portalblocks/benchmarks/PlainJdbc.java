// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What a developer would write by hand who needs the same: the same rows, with the history, the event and the audit entry, by
 * the same statements. Nothing is validated, nobody is asked for a permission, and no one learns what was wrong.
 */
final class PlainJdbc {
    private final PlainTransactions transactions;
    private final String tenant;
    private final boolean isPostgres;

    PlainJdbc(DataSource source, String tenant, boolean isPostgres) {
        this.transactions = new PlainTransactions(source, isPostgres);
        this.tenant = tenant;
        this.isPostgres = isPostgres;
    }

    long changeProfile(String customer, String givenName) throws SQLException {
        return transactions.writing(connection -> {
            long version;
            Map<String, Object> data;
            try (PreparedStatement select = PlainSql.prepare(
                            connection,
                            "SELECT * FROM portal_profile WHERE tenant = ? AND customer = ? FOR UPDATE",
                            tenant,
                            customer);
                    ResultSet rows = select.executeQuery()) {
                rows.next();
                version = rows.getLong("version") + 1;
                data = PlainSql.object(rows.getBytes("sealed"));
            }
            Map<String, Object> field =
                    Map.of("name", "givenName", "before", data.get("givenName"), "after", givenName);
            data.put("givenName", givenName);
            Instant now = Instant.now();
            PlainSql.run(
                    connection,
                    "UPDATE portal_profile SET version = ?, changed_at = ?, sealed = ?"
                            + " WHERE tenant = ? AND customer = ? AND version = ?",
                    version,
                    now,
                    PlainSql.json(data),
                    tenant,
                    customer,
                    version - 1);
            PlainSql.run(
                    connection,
                    "INSERT INTO portal_profile_change (tenant, customer, version, made_at, made_by, sealed)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    tenant,
                    customer,
                    version,
                    now,
                    "CUSTOMER",
                    PlainSql.json(List.of(field)));
            report(
                    connection,
                    new Report("profile.change", "customer:" + customer, customer, now),
                    Map.of("version", version));
            return version;
        });
    }

    long send(String customer, UUID conversation, String side, String text) throws SQLException {
        return transactions.writing(connection -> {
            PlainConversation row = lock(connection, customer, conversation);
            Instant now = Instant.now();
            row.messages++;
            if (side.equals("CUSTOMER")) {
                row.companyUnread++;
            } else {
                row.customerUnread++;
            }
            row.latestAt = now;
            save(connection, conversation, row);
            PlainSql.run(
                    connection,
                    "INSERT INTO portal_message (tenant, id, conversation, sequence, side, sent_at, sealed)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    tenant,
                    PlainSql.id(now),
                    conversation,
                    row.messages,
                    side,
                    now,
                    PlainSql.json(Map.of("text", text, "attachments", List.of())));
            report(
                    connection,
                    new Report("inbox.send", "conversation:" + conversation, customer, now),
                    Map.of("conversation", conversation, "sequence", row.messages));
            return row.messages;
        });
    }

    long markRead(String customer, UUID conversation, long upTo) throws SQLException {
        return transactions.writing(connection -> {
            PlainConversation row = lock(connection, customer, conversation);
            long unread;
            try (PreparedStatement count = PlainSql.prepare(
                            connection,
                            "SELECT COUNT(*) FROM portal_message WHERE tenant = ? AND conversation = ? AND sequence > ?"
                                    + " AND side = ? AND EXISTS (SELECT 1 FROM portal_conversation"
                                    + " WHERE tenant = ? AND id = ? AND customer = ?)",
                            tenant,
                            conversation,
                            upTo,
                            "COMPANY",
                            tenant,
                            conversation,
                            customer);
                    ResultSet rows = count.executeQuery()) {
                rows.next();
                unread = rows.getLong(1);
            }
            row.customerRead = upTo;
            row.customerUnread = unread;
            save(connection, conversation, row);
            report(
                    connection,
                    new Report("inbox.mark-read", "conversation:" + conversation, customer, Instant.now()),
                    Map.of("conversation", conversation, "upTo", upTo));
            return unread;
        });
    }

    List<String> newest(String customer, UUID conversation, int limit) throws SQLException {
        return transactions.reading(connection -> {
            find(connection, customer, conversation, "");
            List<String> texts = new ArrayList<>();
            try (PreparedStatement select = PlainSql.prepare(
                            connection,
                            "SELECT id, conversation, sequence, side, sent_at, sealed FROM portal_message"
                                    + " WHERE tenant = ? AND conversation = ? AND EXISTS (SELECT 1 FROM"
                                    + " portal_conversation WHERE tenant = ? AND id = ? AND customer = ?)"
                                    + " ORDER BY tenant DESC, conversation DESC, sequence DESC LIMIT ?",
                            tenant,
                            conversation,
                            tenant,
                            conversation,
                            customer,
                            limit);
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getLong("sequence") + " " + rows.getString("side") + " "
                            + PlainSql.object(rows.getBytes("sealed")).get("text"));
                }
            }
            return texts;
        });
    }

    long unread(String customer) throws SQLException {
        return transactions.reading(connection -> {
            try (PreparedStatement sum = PlainSql.prepare(
                            connection,
                            "SELECT COALESCE(SUM(customer_unread), 0), COUNT(*) FROM portal_conversation"
                                    + " WHERE tenant = ? AND customer_unread > 0 AND customer = ?",
                            tenant,
                            customer);
                    ResultSet rows = sum.executeQuery()) {
                rows.next();
                return rows.getLong(1) + rows.getLong(2);
            }
        });
    }

    private PlainConversation lock(Connection connection, String customer, UUID conversation) throws SQLException {
        return find(connection, customer, conversation, " FOR UPDATE");
    }

    private PlainConversation find(Connection connection, String customer, UUID conversation, String ending)
            throws SQLException {
        try (PreparedStatement select = PlainSql.prepare(
                        connection,
                        "SELECT id, customer, topic, team, messages, customer_read, customer_unread, company_read,"
                                + " company_unread, version, opened_at, latest_at, sealed FROM portal_conversation"
                                + " WHERE tenant = ? AND id = ? AND customer = ?" + ending,
                        tenant,
                        conversation,
                        customer);
                ResultSet rows = select.executeQuery()) {
            if (!rows.next()) {
                throw new IllegalArgumentException("No conversation " + conversation);
            }
            return new PlainConversation(rows);
        }
    }

    private void save(Connection connection, UUID conversation, PlainConversation row) throws SQLException {
        PlainSql.run(
                connection,
                "UPDATE portal_conversation SET customer = ?, topic = ?, team = ?, place = ?, messages = ?,"
                        + " customer_read = ?, customer_unread = ?, company_read = ?, company_unread = ?, version = ?,"
                        + " opened_at = ?, latest_at = ?, sealed = ? WHERE tenant = ? AND id = ? AND version = ?",
                row.customer,
                row.topic,
                row.team,
                Long.MAX_VALUE - row.latestAt.toEpochMilli() * 1_000,
                row.messages,
                row.customerRead,
                row.customerUnread,
                row.companyRead,
                row.companyUnread,
                row.version + 1,
                row.openedAt,
                row.latestAt,
                row.sealed,
                tenant,
                conversation,
                row.version);
    }

    /** Takes the lane's next number, and adds the event and the audit entry. */
    private void report(Connection connection, Report report, Map<String, Object> data) throws SQLException {
        String lane = "customer:" + report.customer;
        String text = isPostgres
                ? "INSERT INTO portal_lane AS known (tenant, lane, sequence) VALUES (?, ?, 1) ON CONFLICT (tenant, lane)"
                        + " DO UPDATE SET sequence = known.sequence + 1 RETURNING sequence"
                : "SELECT sequence FROM FINAL TABLE"
                        + " (UPDATE portal_lane SET sequence = sequence + 1 WHERE tenant = ? AND lane = ?)";
        long sequence;
        try (PreparedStatement next = PlainSql.prepare(connection, text, tenant, lane);
                ResultSet rows = next.executeQuery()) {
            rows.next();
            sequence = rows.getLong(1);
        }
        PlainSql.run(
                connection,
                "INSERT INTO portal_event (tenant, id, source, event_type, happened_at, subject, lane, sequence, sealed)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenant,
                PlainSql.id(report.at),
                "urn:plain",
                report.operation,
                report.at,
                report.subject,
                lane,
                sequence,
                PlainSql.json(data));
        PlainSql.run(
                connection,
                "INSERT INTO portal_audit (tenant, id, made_at, actor_kind, operation, outcome, subject, customer, sealed)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenant,
                PlainSql.id(report.at),
                report.at,
                "CUSTOMER",
                report.operation,
                "DONE",
                report.subject,
                report.customer,
                PlainSql.json(Map.of("actor", report.customer)));
    }

    /** What is told to others and kept for the auditor. */
    private record Report(String operation, String subject, String customer, Instant at) {}
}
