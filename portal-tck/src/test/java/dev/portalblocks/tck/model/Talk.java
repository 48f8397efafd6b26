// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation, as it is to be. */
final class Talk {
    /**
     * A side of the inbox.
     *
     * @param prefix of its operations
     * @param read to read there
     * @param write to write there
     * @param speaker what its messages are from
     */
    record Side(String prefix, Right read, Right write, String speaker) {
        static final Side INBOX = new Side("inbox", Right.INBOX_READ, Right.INBOX_WRITE, "CUSTOMER");
        static final Side DESK = new Side("desk", Right.DESK_READ, Right.DESK_WRITE, "COMPANY");

        boolean isDesk() {
            return equals(DESK);
        }
    }

    /**
     * What is written.
     *
     * @param text the text
     * @param attachment the name of what hangs on it; null for nothing
     */
    record Letter(String text, @Nullable String attachment) {}

    /**
     * A message.
     *
     * @param number its place
     * @param from from whom
     * @param letter what it says
     * @param at when it was sent
     */
    record Sent(long number, String from, Letter letter, Instant at) {}

    final String name;
    final String customer;
    final String topic;
    final String subject;
    final Instant openedAt;
    final List<Sent> sent = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    String team;
    Instant latestAt;
    long customerRead;
    long companyRead;
    long version;

    Talk(String name, String customer, String topic, String subject, Instant now) {
        this.name = name;
        this.customer = customer;
        this.topic = topic;
        this.team = topic;
        this.subject = subject;
        this.openedAt = now;
        this.latestAt = now;
    }

    long read(Side side) {
        return side.isDesk() ? companyRead : customerRead;
    }

    long unread(Side side) {
        return sent.stream()
                .filter(one -> !one.from().equals(side.speaker()) && one.number() > read(side))
                .count();
    }

    String view(Side side) {
        return side.isDesk()
                ? Lines.of(name, customer, topic, team, subject, sent.size(), unread(side), version, openedAt, latestAt)
                : Lines.of(name, topic, subject, sent.size(), unread(side), openedAt, latestAt);
    }

    String view(Sent one) {
        return Lines.of(
                name,
                one.number(),
                one.from(),
                one.letter().text(),
                one.letter().attachment(),
                one.at());
    }
}
