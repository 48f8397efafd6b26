// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.messaging;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.event.EventStore;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.EventTypes;
import dev.portalblocks.messaging.Desk;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.spi.MessagingStorage;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** An inbox with two teams, of which a test owns time and random numbers. */
final class Office implements AutoCloseable {
    static final TenantId ACME = TenantId.of("acme");
    static final PageRequest ALL = PageRequest.first(200);
    static final Actor SABINE = Actor.agent(ACME, "sabine", "service");

    final Portal portal;
    final Inbox inbox;
    final Desk desk;
    private final Cabinet.Papers papers;
    private volatile Instant now = Instant.parse("2027-01-04T08:00:00Z");
    private volatile SplittableRandom random;

    Office(long seed) {
        this(seed, Cabinet.MEMORY);
    }

    Office(long seed, Cabinet cabinet) {
        this(seed, cabinet, storage -> storage);
    }

    Office(long seed, Cabinet cabinet, UnaryOperator<MessagingStorage> watched) {
        papers = cabinet.empty();
        random = new SplittableRandom(seed);
        RandomGenerator shared = () -> {
            synchronized (this) {
                return random.nextLong();
            }
        };
        portal = Portal.builder(papers.core()).clock(() -> now).random(shared).build();
        inbox = Inbox.of(portal, watched.apply(papers.messaging()));
        desk = inbox.desk();
        for (String team : List.of("contract", "claims")) {
            papers.core().domain().write(tx -> papers.teams().put(tx, ACME, team, Set.of("sabine")));
        }
    }

    static Actor customer(int number) {
        return Actor.customer(ACME, CustomerId.of("47" + number));
    }

    ConversationId opened(Actor customer) {
        return inbox.open(
                        customer,
                        OpenConversation.about("contract")
                                .subject("Beitrag")
                                .text("Warum?")
                                .build())
                .id();
    }

    /** Sets time and random numbers, so that what follows is the same whatever came before. */
    void begin(long step, long seed) {
        now = Instant.parse("2027-01-04T08:00:00Z").plusSeconds(step);
        random = new SplittableRandom(seed ^ (step * 0x9E37_79B9_7F4A_7C15L));
    }

    List<PortalEvent<?>> events() {
        EventTypes types = new EventTypes();
        portal.blocks().forEach(block -> types.register(block.eventTypes()));
        EventStore events = papers.core().events();
        papers.core().domain().write(tx -> events.settle(tx, ACME, 100_000));
        return papers.core()
                .domain()
                .read(tx -> events.read(tx, ACME, LogPosition.START, 100_000).events().stream()
                        .<PortalEvent<?>>map(types::restore)
                        .toList());
    }

    @Override
    public void close() {
        portal.close();
    }
}
