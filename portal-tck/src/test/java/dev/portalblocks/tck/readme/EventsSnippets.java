// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import dev.portalblocks.core.MaintenanceTask;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.Subscriptions;
import dev.portalblocks.core.event.DeadLetter;
import dev.portalblocks.core.event.Delivery;
import dev.portalblocks.core.event.EventSubscriber;
import dev.portalblocks.core.event.MendLane;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.event.ReplayEvents;
import dev.portalblocks.core.event.jdbc.JdbcDeliveryLedger;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.operation.EventRelay;
import dev.portalblocks.core.operation.IdempotentSubscriber;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.profile.model.ProfileChanged;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The lines that the guide to events shows, each piece between two marks. */
final class EventsSnippets {
    private EventsSnippets() {}

    /** The other company's system, over the network. */
    interface CrmClient {
        void refresh(String tenant, String customer, UUID key) throws IOException;
    }

    /** The host's scheduler. */
    interface Scheduler {
        void repeat(Duration every, Runnable work);
    }

    // guide begins
    static final class CrmConnector implements EventSubscriber {
        private final CrmClient client;

        CrmConnector(CrmClient client) {
            this.client = client;
        }

        @Override
        public String name() {
            return "crm"; // the same on every node and after every release
        }

        @Override
        public void receive(Delivery delivery) throws IOException {
            PortalEvent<?> event = delivery.event();
            if (event.data() instanceof ProfileChanged) {
                // the event says who; what changed is read by whoever may see it
                client.refresh(event.tenant().value(), event.subject().id(), event.id());
            }
        }
    }
    // guide ends

    static EventRelay compose(Portal portal, CrmClient client, Scheduler scheduler, BiConsumer<String, Throwable> log) {
        // guide begins
        EventRelay relay = portal.relay(new CrmConnector(client));
        for (MaintenanceTask task : portal.maintenance()) {
            scheduler.repeat(task.every(), () -> {
                try {
                    task.work().run(); // the relay's run is one of them, each second
                } catch (RuntimeException | Error e) {
                    log.accept(task.name(), e);
                }
            });
        }
        // guide ends
        return relay;
    }

    static EventSubscriber once(Database crm) {
        // guide begins
        Schemas.migrate(crm, JdbcDeliveryLedger.SCHEMA); // once, in the receiver's database
        EventSubscriber once = IdempotentSubscriber.of("crm-copy", crm, JdbcDeliveryLedger.on(crm), (tx, delivery) -> {
            try (PreparedStatement insert =
                    crm.connection(tx).prepareStatement("INSERT INTO crm_task (customer, event) VALUES (?, ?)")) {
                insert.setString(1, delivery.event().lane().id());
                insert.setObject(2, delivery.event().id());
                insert.executeUpdate();
            }
        });
        // guide ends
        return once;
    }

    static void operate(Subscriptions subscriptions, Actor operator, Instant yesterday) {
        // guide begins
        for (DeadLetter letter : subscriptions
                .deadLetters(operator, "crm", PageRequest.first(50))
                .items()) {
            subscriptions.resume(operator, MendLane.of(letter)); // or skip: it is never delivered then
        }
        subscriptions.replay(operator, ReplayEvents.since("crm", yesterday)); // all of the tenant's events from then on
        // guide ends
    }
}
