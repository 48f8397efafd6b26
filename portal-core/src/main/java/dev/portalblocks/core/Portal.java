// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Directories;
import dev.portalblocks.core.access.Holdings;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.access.SegmentSource;
import dev.portalblocks.core.access.TeamDirectory;
import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.core.event.EventSubscriber;
import dev.portalblocks.core.event.LogReader;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.mandate.MandateSource;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Health;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.operation.Contents;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.operation.EventRelay;
import dev.portalblocks.core.operation.EventTypes;
import dev.portalblocks.core.operation.LogFollower;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.core.operation.Rest;
import dev.portalblocks.core.operation.Surroundings;
import dev.portalblocks.core.operation.TenantZones;
import dev.portalblocks.core.operation.Uploads;
import dev.portalblocks.core.tx.TransactionDomain;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.memory.Memory;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The runtime that the blocks share: clock, ids, validation, access, transactions, events, audit, keys. Built first;
 * every block is created on one.
 *
 * <p>Thread-safe. Closing it releases what it holds itself (the validator), not the storage that it was given. From then on
 * every operation throws {@code IllegalStateException}; one that has begun comes to its end. Closing twice does nothing.
 */
public final class Portal implements AutoCloseable {
    private final CoreStorage storage;
    private final EventTypes eventTypes = new EventTypes();
    private final Operations operations;
    private final LanguageTag defaultLanguage;
    private final BlockRegister blocks = new BlockRegister(eventTypes);
    private final Contents contents;
    private final Checkup checkup;
    private final Surroundings surroundings;
    private final OwnParts own;

    private Portal(Builder builder) {
        storage = builder.storage;
        surroundings = builder.surroundings();
        operations = new Operations(storage, surroundings, eventTypes);
        defaultLanguage = builder.defaultLanguage;
        contents = new Contents(storage);
        checkup = new Checkup(storage, builder.clock);
        MandateRules rules = new MandateRules(storage.mandates(), this::permissions);
        own = OwnParts.of(operations, storage, builder.mandates == null ? rules : null);
        own.contributions().forEach(this::register);
    }

    /** Returns a portal on this memory, with defaults that work. */
    public static Portal of(Memory memory) {
        return builder(MemoryCoreStorage.in(memory)).build();
    }

    /**
     * Returns a portal on this database, with defaults that work. It has no place for bytes: taking them in is refused with
     * {@code StorageFailure} {@code content.no-store}, which no retry mends; see {@link #of(Database, ContentStore)}.
     *
     * @throws dev.portalblocks.core.model.PortalException.StorageFailure {@code schema.…} if core's tables are not those of
     *     this release
     */
    public static Portal of(Database database) {
        return builder(JdbcCoreStorage.on(database)).build();
    }

    /**
     * Returns a portal on this database that keeps bytes in this store, with defaults that work; throws what
     * {@link #of(Database)} does.
     */
    public static Portal of(Database database, ContentStore content) {
        return builder(JdbcCoreStorage.on(database, content)).build();
    }

    /** Begins a portal on this storage. */
    public static Builder builder(CoreStorage storage) {
        return new Builder(storage);
    }

    /** Returns the one way through, for the blocks. */
    public Operations operations() {
        return operations;
    }

    /** Returns the record of who did what. */
    public AuditTrail auditTrail() {
        return own.auditTrail();
    }

    /**
     * Returns who may act for whom.
     *
     * @throws IllegalStateException if this portal was built to ask the host's {@link Builder#mandates source}
     */
    public Mandates mandates() {
        return own.keptMandates();
    }

    /** Returns what operators do about the events of their tenant. */
    public Subscriptions subscriptions() {
        return own.subscriptions();
    }

    /** Returns what removes that which core needs no more. */
    public Housekeeping housekeeping() {
        return own.housekeeping();
    }

    /** Returns what removes stored bytes that nobody needs. */
    public ContentCare contentCare() {
        return own.contentCare();
    }

    /** Returns the language that a text falls back to when the reader's is missing. */
    public LanguageTag defaultLanguage() {
        return defaultLanguage;
    }

    /** Returns who is in which team, for the blocks. */
    public TeamDirectory teams() {
        return storage.teams();
    }

    /** Returns the way for operations that take bytes in, for the blocks. */
    public Uploads uploads() {
        return operations.uploads();
    }

    /** Returns what objects hold stored content by, for the blocks. */
    public Contents contents() {
        return contents;
    }

    /** Returns what brings a reader up to date with the log of events. */
    public LogFollower follower(LogReader reader) {
        return new LogFollower(storage, eventTypes, reader, surroundings.clock());
    }

    /**
     * Returns what brings events to a subscriber. Its run is one of the {@linkplain #maintenance tasks} from now on, and
     * {@link #health()} looks at how far the subscriber is behind.
     *
     * @throws IllegalStateException if this portal has a relay of that name
     */
    public EventRelay relay(EventSubscriber subscriber) {
        EventRelay relay = new EventRelay(storage, eventTypes, surroundings, subscriber);
        register(Subscriptions.served(subscriber, relay));
        return relay;
    }

    /** Returns the tasks of core and of all blocks, for the host's scheduler. */
    public List<MaintenanceTask> maintenance() {
        return blocks.tasks().map(checkup::watched).toList();
    }

    /**
     * Returns how storage, indexes and tasks are, for an operator's check; throws nothing. It waits for storage no longer
     * than one reading transaction may, which is up to the pool and the driver, and then for each reader of the log
     * and each subscriber about a second. Tasks are known as they ended in this process.
     */
    public Health health() {
        return checkup.look(blocks.all());
    }

    /** Returns the permissions that there are, of core and of all blocks so far, by name: what policies speak of. */
    public List<Permission> permissions() {
        return blocks.permissions();
    }

    /** Returns what each block brought, in the order of their creation; core's own parts are first. */
    public List<BlockContribution> blocks() {
        return blocks.all();
    }

    /**
     * Takes in a block. Called by the block itself, when it is created.
     *
     * @throws IllegalStateException if a block of this name is there already, or another record under the name of one of
     *     its event types
     */
    public void register(BlockContribution contribution) {
        blocks.add(contribution);
    }

    /** Refuses a storage that commits elsewhere with {@code IllegalArgumentException}: connect such a one by a subscriber. */
    public void requireDomain(TransactionDomain domain, String block) {
        if (domain != storage.domain()) {
            throw new IllegalArgumentException("The storage of " + block
                    + " has another transaction domain than the portal: they could not commit together");
        }
    }

    @Override
    public void close() {
        operations.close();
    }

    /** Collects what a portal is built from. */
    public static final class Builder {
        private final CoreStorage storage;
        private InstantSource clock = InstantSource.system();
        private AccessPolicy policy = RolePolicy.standard();
        private LanguageTag defaultLanguage = LanguageTag.GERMAN;
        private RandomGenerator random = new SecureRandom();
        private @Nullable MandateSource mandates;
        private Rest rest = Rest.sleeping();
        private TenantZones zones = TenantZones.GERMAN;
        private SegmentSource segments = SegmentSource.none();
        private Holdings holdings = Holdings.none();

        private Builder(CoreStorage storage) {
            this.storage = storage;
        }

        /** Takes the time from here; the system's clock by default. */
        public Builder clock(InstantSource source) {
            clock = source;
            return this;
        }

        /** Takes randomness from here; it makes keys, so only a test replaces the secure default. */
        public Builder random(RandomGenerator source) {
            random = source;
            return this;
        }

        /** Asks this policy; {@link RolePolicy#standard()} by default. */
        public Builder policy(AccessPolicy rule) {
            policy = rule;
            return this;
        }

        /** Asks this who may act for whom, in place of the mandates that this portal would keep. */
        public Builder mandates(MandateSource source) {
            mandates = source;
            return this;
        }

        /** Asks this in which segments a customer is; nobody is in any by default. */
        public Builder segments(SegmentSource source) {
            segments = source;
            return this;
        }

        /** Asks this what a customer owns; nobody owns anything by default. */
        public Builder holdings(Holdings source) {
            holdings = source;
            return this;
        }

        /** Rests by this before what a deadlock has ended is repeated; sleeps by default. */
        public Builder resting(Rest pause) {
            rest = pause;
            return this;
        }

        /** Falls back to this language; German by default. */
        public Builder defaultLanguage(LanguageTag language) {
            defaultLanguage = language;
            return this;
        }

        /** Counts hours and days where a tenant is by this; in Berlin's time by default. */
        public Builder zones(TenantZones source) {
            zones = source;
            return this;
        }

        /** Returns the portal. */
        public Portal build() {
            return new Portal(this);
        }

        private Surroundings surroundings() {
            MandateSource asked = mandates == null ? storage.mandates() : mandates;
            AccessPolicy told = policy.knowing(new Directories(storage.teams(), segments, holdings));
            return new Surroundings(clock, random, told, asked, rest, zones);
        }
    }
}
