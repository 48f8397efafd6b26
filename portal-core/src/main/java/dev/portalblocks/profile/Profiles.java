// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.profile;

import dev.portalblocks.core.BlockContribution;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Listing;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.Profile;
import dev.portalblocks.profile.model.ProfileChange;
import dev.portalblocks.profile.model.ProfileChanged;
import dev.portalblocks.profile.model.ProfileData;
import dev.portalblocks.profile.spi.ProfileStorage;
import dev.portalblocks.profile.spi.ProfileStore;
import dev.portalblocks.profile.spi.StoredProfile;
import dev.portalblocks.profile.spi.StoredProfileChange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The customers' own data. Customers reach their own profile; staff with the role {@code service}, and programs, those
 * of the tenant.
 *
 * <p>Thread-safe.
 */
public final class Profiles {
    /** To read profiles. */
    public static final Permission READ = Permission.forOwners("profile.read", "service");
    /** To change profiles. */
    public static final Permission CHANGE = Permission.forOwners("profile.change", "service");

    private static final Operation FIND = Operation.reading("profile.find", READ);
    private static final Operation LIST_CHANGES = Operation.reading("profile.changes", READ);
    private static final Operation APPLY = Operation.writing("profile.change", CHANGE);

    private final Operations operations;
    private final ProfileStore store;
    private final @Nullable ProfileCache cache;

    private Profiles(Builder builder) {
        operations = builder.portal.operations();
        store = builder.storage.profiles();
        cache = builder.cacheOf(operations, store);
        builder.portal.register(
                BlockContribution.of("profile", FIND, LIST_CHANGES, APPLY).emitting(ProfileChanged.TYPE));
    }

    /** Returns the profiles of this portal, kept in this storage. */
    public static Profiles of(Portal portal, ProfileStorage storage) {
        return builder(portal, storage).build();
    }

    /** Begins the profiles of this portal, kept in this storage. */
    public static Builder builder(Portal portal, ProfileStorage storage) {
        return new Builder(portal, storage);
    }

    /** Returns the customer's profile; {@code profile.not-found} when there is none within the actor's reach. */
    public Profile read(Actor actor, CustomerId customer) {
        if (cache == null || customer == null || actor == null) { // the one way says which is missing
            return operations.perform(FIND, actor, customer, context -> find(context, customer));
        }
        Profile known = cache.find(actor, customer);
        if (known != null) {
            return known;
        }
        ProfileCache.Reading reading = cache.reading(actor, customer);
        return operations.perform(FIND, actor, customer, context -> {
            Profile found = reading.find(context);
            return found != null ? found : reading.keep(context, find(context, customer));
        });
    }

    private Profile find(OperationContext context, CustomerId customer) {
        return view(store.find(context.tx(), context.scope(), customer)
                .orElseThrow(() -> new PortalException.NotFound("profile")));
    }

    /**
     * Changes a profile, or begins one, and returns it as it is then. What changes nothing makes no version.
     *
     * @throws PortalException.InvalidInput with every violated field
     * @throws PortalException.Conflict {@code profile.version-conflict} when it is not at the expected version
     * @throws PortalException.NotFound {@code profile.not-found} for a customer beyond the actor's reach
     */
    public Profile change(Actor actor, ChangeProfile command) {
        return operations.perform(APPLY, actor, command, context -> {
            if (!context.scope().covers(AccessLabel.of(actor.tenant()).ownedBy(command.customer()))) {
                throw new PortalException.NotFound("profile");
            }
            return findForUpdate(context, command)
                    .or(() -> begin(context, command))
                    .map(current -> apply(context, command, current))
                    .orElseThrow(Profiles::versionConflict);
        });
    }

    /** Returns what changed in a profile, the latest first; {@code profile.not-found} as for {@link #read}. */
    public Page<ProfileChange> changes(Actor actor, CustomerId customer, PageRequest page) {
        Listing.Rows<StoredProfileChange> rows = (context, after, limit) -> {
            if (store.find(context.tx(), context.scope(), customer).isEmpty()) {
                throw new PortalException.NotFound("profile");
            }
            return store.changes(context.tx(), context.scope(), customer, after, limit);
        };
        return operations
                .list(
                        LIST_CHANGES,
                        actor,
                        new Listing<>(
                                page,
                                customer,
                                rows,
                                stored -> ProfileStore.place(stored.change().version())))
                .map(StoredProfileChange::change);
    }

    /**
     * Begins the customer's profile; where a concurrent call has begun it meanwhile, returns that one. A row that is not
     * there can't be locked, so two calls may come this far.
     */
    private Optional<StoredProfile> begin(OperationContext context, ChangeProfile command) {
        StoredProfile nothing =
                new StoredProfile(context.actor().tenant(), command.customer(), ProfileData.NOTHING, 0, context.now());
        return store.insert(context.tx(), nothing) ? Optional.of(nothing) : findForUpdate(context, command);
    }

    private Optional<StoredProfile> findForUpdate(OperationContext context, ChangeProfile command) {
        return store.findForUpdate(context.tx(), context.scope(), command.customer());
    }

    private Profile apply(OperationContext context, ChangeProfile command, StoredProfile current) {
        requireVersion(command, current.version());
        ProfileData after = current.data().with(command.patch().values());
        if (current.version() > 0 && after.equals(current.data())) {
            context.unchanged();
            return view(current);
        }
        StoredProfile changed =
                new StoredProfile(current.tenant(), current.customer(), after, current.version() + 1, context.now());
        if (cache != null) {
            cache.changing(context, new ProfileOwner(changed.tenant(), changed.customer()), changed.version());
        }
        if (!store.update(context.tx(), changed)) {
            throw versionConflict();
        }
        report(context, changed, ProfileDifference.between(current.data(), after));
        return view(changed);
    }

    private void report(OperationContext context, StoredProfile changed, List<ProfileChange.Field> fields) {
        ProfileChange change = new ProfileChange(
                changed.version(), changed.changedAt(), context.actor().kind(), fields);
        store.appendChange(context.tx(), new StoredProfileChange(changed.tenant(), changed.customer(), change));
        ObjectRef customer = ObjectRef.of(CustomerId.OBJECT_TYPE, changed.customer());
        context.about(customer, changed.customer());
        List<String> names = fields.stream().map(ProfileChange.Field::name).toList();
        context.emit(ProfileChanged.TYPE, customer, new ProfileChanged(changed.customer(), changed.version(), names));
    }

    private static void requireVersion(ChangeProfile command, long version) {
        Long expected = command.expectedVersion();
        if (expected != null && expected != version) {
            throw versionConflict();
        }
    }

    private static PortalException.Conflict versionConflict() {
        return new PortalException.Conflict("profile.version-conflict");
    }

    private static Profile view(StoredProfile stored) {
        return new Profile(stored.customer(), stored.data(), stored.version(), stored.changedAt());
    }

    /** Collects what the profiles of a portal are built from. Nothing is kept in memory unless a host says how. */
    public static final class Builder {
        private final Portal portal;
        private final ProfileStorage storage;
        private int onOneNode;
        private int onSeveralNodes;

        private Builder(Portal portal, ProfileStorage storage) {
            this.portal = portal;
            this.storage = storage;
        }

        /**
         * Keeps the profiles that were read last in memory, and asks the storage for none of them. The host vouches for it
         * that nothing but this portal changes a profile: no second node, no second portal, no statement of its own. A read
         * that begins after a change has returned sees it. What is changed in a transaction of the host's is read from the
         * storage until the host's commit is seen; after its rollback, until the next change. Where the database is set back
         * behind its back, to a backup or by a fail-over that loses commits, the application has to be started again.
         *
         * @param profiles how many at most, from 1; about one kilobyte each
         */
        public Builder cachedOnOneNode(int profiles) {
            onOneNode = atLeastOne(profiles);
            return this;
        }

        /**
         * Keeps the profiles that were read last in memory, and asks the storage each time for the version alone, and when
         * it was made. Any node may change any profile, and a database that is set back is seen.
         *
         * @param profiles how many at most, from 1; about one kilobyte each
         */
        public Builder cachedOnSeveralNodes(int profiles) {
            onSeveralNodes = atLeastOne(profiles);
            return this;
        }

        /**
         * Returns the profiles.
         *
         * @throws IllegalStateException where both kinds of cache are asked for, or one without Caffeine on the path
         * @throws IllegalArgumentException where the storage commits elsewhere than the portal
         */
        public Profiles build() {
            portal.requireDomain(storage.domain(), "profile");
            if (onOneNode > 0 && onSeveralNodes > 0) {
                throw new IllegalStateException("Profiles are cached on one node or on several, not both");
            }
            return new Profiles(this);
        }

        private @Nullable ProfileCache cacheOf(Operations operations, ProfileStore store) {
            if (onOneNode + onSeveralNodes == 0) {
                return null;
            }
            try {
                return new ProfileCache(onOneNode + onSeveralNodes, onOneNode > 0, operations.shortcut(FIND), store);
            } catch (NoClassDefFoundError e) {
                throw new IllegalStateException("A cache needs com.github.ben-manes.caffeine:caffeine on the path", e);
            }
        }

        private static int atLeastOne(int profiles) {
            if (profiles < 1) {
                throw new IllegalArgumentException("A cache keeps at least one profile");
            }
            return profiles;
        }
    }
}
