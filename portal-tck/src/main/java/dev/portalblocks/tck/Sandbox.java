// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck;

import dev.portalblocks.core.MaintenanceTask;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.event.EventBatch;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.LogReader;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /** Runs every task that core and the blocks brought, once: what a scheduler does, and a search index waits for. */
    public void runTasks() {
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

    /** Returns what has happened so far, as a subscriber would be told, in the order of the log. */
    public List<PortalEvent<?>> events() {
        List<PortalEvent<?>> seen = new ArrayList<>();
        portal.follower(new Collector(seen)).follow(TENANT);
        return List.copyOf(seen);
    }

    /** Returns the audit entries so far, the oldest first. */
    public List<AuditEntry> audit() {
        return memory.read(tx -> storage.audit().list(tx, Scope.wholeTenant(TENANT), null, Integer.MAX_VALUE));
    }

    @Override
    public void close() {
        portal.close();
    }

    /** Takes the log from its beginning. */
    private static final class Collector implements LogReader {
        private final List<PortalEvent<?>> seen;

        Collector(List<PortalEvent<?>> seen) {
            this.seen = seen;
        }

        @Override
        public Optional<LogPosition> position(TenantId tenant) {
            return Optional.of(LogPosition.START);
        }

        @Override
        public void take(TenantId tenant, EventBatch batch) {
            seen.addAll(batch.events());
        }

        @Override
        public void rebuild(TenantId tenant, LogPosition at) {
            throw new IllegalStateException("A sandbox keeps its whole log");
        }
    }
}
