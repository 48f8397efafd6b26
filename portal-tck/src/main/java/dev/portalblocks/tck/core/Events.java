// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.EventSlice;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.tck.StoreFixture;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Events to try a store with, each named by a short text. */
final class Events {
    static final TenantId ACME = TenantId.of("acme");
    static final TenantId OTHER = TenantId.of("Acme");
    static final Instant NOON = Instant.parse("2027-01-01T12:00:00Z");

    private static final int ALL = 100_000;
    private static final int MANY = 1_000;
    private static final String SOURCE = "urn:portalblocks:tck";
    private static final String TYPE = "portalblocks.tck.sample-happened.v1";
    private static final String BEFORE = "{\"text\":\"";
    private static final String BEHIND = "\"}";

    private Events() {}

    static ObjectRef lane(String id) {
        return ObjectRef.of("customer", id);
    }

    static RecordedEvent event(TenantId tenant, ObjectRef lane, long sequence, String text) {
        return at(NOON, tenant, lane, sequence, text);
    }

    static RecordedEvent at(Instant time, TenantId tenant, ObjectRef lane, long sequence, String text) {
        UUID id = UUID.nameUUIDFromBytes((tenant + "/" + lane + "/" + text).getBytes(StandardCharsets.UTF_8));
        return new RecordedEvent(
                id, SOURCE, TYPE, time, lane, tenant, lane, sequence, false, BEFORE + escaped(text) + BEHIND);
    }

    /** Returns another event with these data. */
    static RecordedEvent withData(RecordedEvent event, String data) {
        return new RecordedEvent(
                UUID.nameUUIDFromBytes(data.getBytes(StandardCharsets.UTF_8)),
                event.source(),
                event.type(),
                event.time(),
                event.subject(),
                event.tenant(),
                event.lane(),
                event.sequence(),
                event.isWithdrawal(),
                data);
    }

    /** Returns this event as a withdrawal of a subject. */
    static RecordedEvent withdrawing(RecordedEvent event, ObjectRef subject) {
        return new RecordedEvent(
                event.id(),
                event.source(),
                event.type(),
                event.time(),
                subject,
                event.tenant(),
                event.lane(),
                event.sequence(),
                true,
                event.data());
    }

    /** As little as JSON asks for, so that all else stands in the data as it is. */
    private static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> c == '"' || c == '\\' ? "\\" + (char) c : control(c))
                .collect(Collectors.joining());
    }

    private static String control(int c) {
        return c < ' ' ? String.format(Locale.ROOT, "\\u%04x", c) : String.valueOf((char) c);
    }

    /** Appends events of a lane, having taken all their numbers, and returns the last number. */
    static long append(EventStore store, Tx tx, TenantId tenant, ObjectRef lane, String... texts) {
        List<RecordedEvent> events = new ArrayList<>();
        for (String text : texts) {
            events.add(event(tenant, lane, store.nextSequence(tx, tenant, lane), text));
        }
        events.forEach(event -> store.append(tx, event));
        return events.get(events.size() - 1).sequence();
    }

    /** Commits events of acme that have these texts, gives them their places and returns the position behind them. */
    static LogPosition commit(StoreFixture<EventStore> events, String... texts) {
        return commit(events, ACME, texts);
    }

    static LogPosition commit(StoreFixture<EventStore> events, TenantId tenant, String... texts) {
        events.change((tx, store) -> append(store, tx, tenant, lane("1"), texts));
        settle(events, tenant);
        return follow(events, tenant, LogPosition.START, ALL, new ArrayList<>());
    }

    static EventSlice read(StoreFixture<EventStore> events, TenantId tenant, LogPosition after, int limit) {
        return events.read((tx, store) -> store.read(tx, tenant, after, limit));
    }

    static List<RecordedEvent> all(StoreFixture<EventStore> events, TenantId tenant) {
        return follow(events, tenant, LogPosition.START, ALL);
    }

    static List<String> texts(StoreFixture<EventStore> events, TenantId tenant) {
        return texts(all(events, tenant));
    }

    static List<String> texts(List<RecordedEvent> events) {
        return events.stream().map(Events::text).toList();
    }

    /** Of an event whose text needs no escapes. */
    static String text(RecordedEvent event) {
        return event.data().substring(BEFORE.length(), event.data().length() - BEHIND.length());
    }

    /** Returns the texts of what has its place, without giving any. */
    static List<String> placed(StoreFixture<EventStore> events, TenantId tenant) {
        List<RecordedEvent> seen = new ArrayList<>();
        follow(events, tenant, LogPosition.START, ALL, seen);
        return texts(seen);
    }

    /** Gives all that is committed its place. */
    static void settle(StoreFixture<EventStore> events, TenantId tenant) {
        int placed = MANY;
        while (placed == MANY) {
            placed = events.write((tx, store) -> store.settle(tx, tenant, MANY));
        }
    }

    /** Settles, then goes on from one position to the next until nothing comes any more. */
    static List<RecordedEvent> follow(StoreFixture<EventStore> events, TenantId tenant, LogPosition from, int limit) {
        List<RecordedEvent> seen = new ArrayList<>();
        settle(events, tenant);
        follow(events, tenant, from, limit, seen);
        return seen;
    }

    private static LogPosition follow(
            StoreFixture<EventStore> events, TenantId tenant, LogPosition from, int limit, List<RecordedEvent> seen) {
        @Nullable EventSlice batch = null;
        LogPosition position = from;
        while (batch == null || !batch.events().isEmpty()) {
            batch = read(events, tenant, position, limit);
            seen.addAll(batch.events());
            assertThat(batch.events().isEmpty() || !batch.upTo().equals(position))
                    .as("goes on behind %s", position)
                    .isTrue();
            position = batch.upTo();
        }
        return position;
    }
}
