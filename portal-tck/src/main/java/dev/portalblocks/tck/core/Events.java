// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.event.EventBatch;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.tck.StoreFixture;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events to try a store with, each named by a short text. */
final class Events {
    static final TenantId ACME = TenantId.of("acme");
    static final TenantId OTHER = TenantId.of("Acme");
    static final Instant NOON = Instant.parse("2027-01-01T12:00:00Z");

    private static final int ALL = 100_000;

    private Events() {}

    static ObjectRef lane(String id) {
        return ObjectRef.of("customer", id);
    }

    static PortalEvent<SampleHappened> event(TenantId tenant, ObjectRef lane, long sequence, String text) {
        return at(NOON, tenant, lane, sequence, text);
    }

    static PortalEvent<SampleHappened> at(Instant time, TenantId tenant, ObjectRef lane, long sequence, String text) {
        UUID id = UUID.nameUUIDFromBytes((tenant + "/" + lane + "/" + text).getBytes(StandardCharsets.UTF_8));
        String type = SampleHappened.TYPE.name();
        SampleHappened data = new SampleHappened(text, sequence);
        return new PortalEvent<>(id, "urn:portalblocks:tck", type, time, lane, tenant, lane, sequence, data);
    }

    /** Appends events of a lane, having taken all their numbers, and returns the last number. */
    static long append(EventStore store, Tx tx, TenantId tenant, ObjectRef lane, String... texts) {
        List<PortalEvent<?>> events = new ArrayList<>();
        for (String text : texts) {
            events.add(event(tenant, lane, store.nextSequence(tx, tenant, lane), text));
        }
        events.forEach(event -> store.append(tx, event));
        return events.get(events.size() - 1).sequence();
    }

    /** Commits events of acme that have these texts, and returns the position behind them. */
    static LogPosition commit(StoreFixture<EventStore> events, String... texts) {
        return commit(events, ACME, texts);
    }

    static LogPosition commit(StoreFixture<EventStore> events, TenantId tenant, String... texts) {
        events.change((tx, store) -> append(store, tx, tenant, lane("1"), texts));
        return follow(events, tenant, LogPosition.START, ALL, new ArrayList<>());
    }

    static EventBatch read(StoreFixture<EventStore> events, TenantId tenant, LogPosition after, int limit) {
        return events.read((tx, store) -> store.read(tx, tenant, after, limit));
    }

    static List<PortalEvent<?>> all(StoreFixture<EventStore> events, TenantId tenant) {
        return follow(events, tenant, LogPosition.START, ALL);
    }

    static List<String> texts(StoreFixture<EventStore> events, TenantId tenant) {
        return texts(all(events, tenant));
    }

    static List<String> texts(List<PortalEvent<?>> events) {
        return events.stream().map(Events::text).toList();
    }

    static String text(PortalEvent<?> event) {
        if (event.data() instanceof SampleHappened sample) {
            return sample.text();
        }
        throw new AssertionError("Not a sample: " + event.data());
    }

    /** Goes on from one position to the next until nothing comes any more. */
    static List<PortalEvent<?>> follow(StoreFixture<EventStore> events, TenantId tenant, LogPosition from, int limit) {
        List<PortalEvent<?>> seen = new ArrayList<>();
        follow(events, tenant, from, limit, seen);
        return seen;
    }

    private static LogPosition follow(
            StoreFixture<EventStore> events, TenantId tenant, LogPosition from, int limit, List<PortalEvent<?>> seen) {
        @Nullable EventBatch batch = null;
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
