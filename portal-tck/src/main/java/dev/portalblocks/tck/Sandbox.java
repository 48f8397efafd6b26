// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import dev.portalblocks.core.MaintenanceTask;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.event.EventSlice;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.event.RecordedEvent;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.EventTypes;
import dev.portalblocks.core.tx.memory.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A portal in memory for an application's own tests: its time stands still until the test moves it, its ids come from a
 * seed, and who and what a test needs is at hand. The same calls in the same order on one thread give the same ids,
 * cursors and instants again, with the same seed, in every process.
 *
 * <p>Never for production: whoever knows the seed knows its keys. Thread-safe; close it at the end of the test.
 */
public final class Sandbox implements AutoCloseable {
    /** When each sandbox begins: a Monday morning in Germany. */
    public static final Instant BEGIN = Instant.parse("2027-01-04T08:00:00Z");

    /** Whose portal it is. */
    public static final TenantId TENANT = TenantId.of("acme");

    private final Memory memory = new Memory();
    private final MemoryCoreStorage storage = MemoryCoreStorage.in(memory);
    private final Portal portal;
    private final Happened happened = new Happened();
    private volatile Instant now = BEGIN;

    private Sandbox(long seed, UnaryOperator<Portal.Builder> settings) {
        portal = settings.apply(Portal.builder(storage))
                .clock(() -> now)
                .random(new Random(seed))
                .build();
    }

    /** Returns a new sandbox with the {@linkplain Seed#value() seed of this run}, which is always the same unless set. */
    public static Sandbox open() {
        return seeded(Seed.value());
    }

    /** Returns a new sandbox with this seed. */
    public static Sandbox seeded(long seed) {
        return new Sandbox(seed, settings -> settings);
    }

    /** Returns a new sandbox with a policy, a mandate source or a language of the application's; clock and ids stay its own. */
    public static Sandbox with(UnaryOperator<Portal.Builder> settings) {
        return new Sandbox(Seed.value(), settings);
    }

    /** Returns the portal, for {@code Inbox.of(sandbox.portal(), …)}. */
    public Portal portal() {
        return portal;
    }

    /** Returns what blocks are kept in: {@code MemoryMessagingStorage.in(sandbox.memory())}. */
    public Memory memory() {
        return memory;
    }

    /** Returns what core keeps, for a look behind the services. */
    public MemoryCoreStorage storage() {
        return storage;
    }

    /** Returns the time, which stands still until somebody {@linkplain #advance moves} it. */
    public Instant now() {
        return now;
    }

    /** Moves the time on, or back where the duration is negative; nothing runs by that, see {@link #runTasks}. */
    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    /** Sets the time, for a test that is about a certain day. */
    public synchronized void moveTo(Instant time) {
        now = time;
    }

    /**
     * Runs every task that core and the blocks brought, once: what a scheduler does, and a search index waits for.
     *
     * @throws IllegalStateException within a transaction of the test's, where no scheduler is
     */
    public void runTasks() {
        happened.look(); // before old events go
        portal.maintenance().stream().map(MaintenanceTask::work).forEach(Runnable::run);
    }

    /** Returns the customer with this number, signed in. */
    public Actor customer(String number) {
        return Actor.customer(TENANT, CustomerId.of(number));
    }

    /** Returns a member of staff with these roles. */
    public Actor agent(String login, String... roles) {
        return Actor.agent(TENANT, login, roles);
    }

    /** Returns a program of the application. */
    public Actor program() {
        return Actor.system(TENANT, "sandbox");
    }

    /** Returns somebody who is not signed in. */
    public Actor visitor() {
        return Actor.anonymous(TENANT);
    }

    /** Makes a team of these agents, instead of those that were in it. */
    public void team(String name, Actor... agents) {
        memory.write(tx -> storage.teams()
                .put(
                        tx,
                        TENANT,
                        name,
                        Arrays.stream(agents).map(Actor::identity).collect(Collectors.toUnmodifiableSet())));
    }

    /**
     * Returns what has happened since the sandbox was opened, as a subscriber would be told, in the order of the log: also
     * what is so old that {@link #runTasks} has removed it since. Only what the test itself removes, by {@code
     * subscriptions().expire(…)} or a task that it runs alone, is missing where nobody called this method before.
     *
     * @throws IllegalStateException within a transaction of the test's, which may still be taken back
     */
    public List<PortalEvent<?>> events() {
        EventTypes types = new EventTypes();
        portal.blocks().forEach(block -> types.register(block.eventTypes()));
        return happened.look().stream().<PortalEvent<?>>map(types::restore).toList();
    }

    /** Returns the audit entries so far, the oldest first. */
    public List<AuditEntry> audit() {
        return memory.read(tx -> storage.audit().list(tx, Scope.wholeTenant(TENANT), null, Integer.MAX_VALUE));
    }

    @Override
    public void close() {
        portal.close();
    }

    /** What was ever seen of the log, which forgets: each look takes what is behind the last one. */
    private final class Happened {
        private final List<RecordedEvent> seen = new ArrayList<>();
        private LogPosition upTo = LogPosition.START;

        /** Also from a place that is not kept any more: what is left stands behind it. */
        synchronized List<RecordedEvent> look() {
            EventSlice slice = memory.read(tx -> {
                if (tx.isJoined()) {
                    throw new IllegalStateException("What happened is not known before the transaction's end");
                }
                return storage.events().read(tx, TENANT, upTo, Integer.MAX_VALUE);
            });
            seen.addAll(slice.events());
            upTo = slice.upTo();
            return List.copyOf(seen);
        }
    }
}
