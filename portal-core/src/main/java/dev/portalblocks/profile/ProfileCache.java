// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.profile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.operation.Changes;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Shortcut;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.profile.model.Profile;
import dev.portalblocks.profile.spi.ProfileStore;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Profiles that were read and committed, in memory. Only what is there and allowed is answered from here; all else, refusals
 * included, takes the one way. While a host's transaction is joined nothing is taken from here and nothing is put in.
 *
 * <p>What is here was committed once. On one node it is so still where nothing began to change it since; else, and on several nodes each
 * time, its version is looked up, with the moment that it was made: a version of a profile is written once, unless a database was
 * set back, and then at another moment.
 *
 * <p>Thread-safe.
 */
final class ProfileCache {
    private final Cache<ProfileOwner, Kept> kept;
    private final Shortcut shortcut;
    private final ProfileStore store;
    private final @Nullable Changes<ProfileOwner> changes;

    /**
     * What was read.
     *
     * @param stamp of the changes, before it was read
     */
    private record Kept(Profile profile, long stamp) {}

    ProfileCache(int profiles, boolean isOnlyWriter, Shortcut shortcut, ProfileStore store) {
        // on the caller's thread: a library has no threads of its own
        this.kept = Caffeine.newBuilder()
                .maximumSize(profiles)
                .executor(Runnable::run)
                .build();
        this.shortcut = shortcut;
        this.store = store;
        this.changes = isOnlyWriter ? new Changes<>() : null;
    }

    /** Returns the profile where the actor is certain to be allowed it, and where it is known; else null. */
    @Nullable
    Profile find(Actor actor, CustomerId customer) {
        ProfileOwner owner = new ProfileOwner(actor.tenant(), customer);
        if (!shortcut.isOpen(actor, owner.label())) {
            return null;
        }
        Kept known = kept.getIfPresent(owner);
        if (known == null) {
            return null;
        }
        if (changes != null && changes.isCurrent(owner, known.stamp())) {
            return known.profile();
        }
        long stamp = stamp(owner);
        Scope own = Scope.wholeTenant(owner.tenant()).ofCustomers(Bound.only(Set.of(customer)));
        if (!shortcut.query(tx -> isCurrent(tx, own, known.profile()))) {
            return null;
        }
        return changes == null ? known.profile() : keep(owner, known.profile(), stamp);
    }

    private long stamp(ProfileOwner owner) {
        return changes == null ? Changes.NEVER : changes.stamp(owner);
    }

    private Profile keep(ProfileOwner owner, Profile read, long stamp) {
        if (changes != null) {
            changes.found(owner, read.version());
        }
        kept.put(owner, new Kept(read, stamp));
        return read;
    }

    /** Begins to read in the one way; before its transaction. */
    Reading reading(Actor actor, CustomerId customer) {
        ProfileOwner owner = new ProfileOwner(actor.tenant(), customer);
        return new Reading(owner, stamp(owner));
    }

    /** Says that an operation changes a profile; with its lock, before it is written. */
    void changing(OperationContext context, ProfileOwner owner, long version) {
        if (changes != null) {
            changes.begin(context, owner, version);
        }
    }

    private boolean isCurrent(Tx tx, Scope scope, Profile known) {
        return store.findVersion(tx, scope, known.customer())
                .filter(stamp -> stamp.equals(new ProfileStore.Stamp(known.version(), known.changedAt())))
                .isPresent();
    }

    /** One read in the one way. */
    final class Reading {
        private final ProfileOwner owner;
        private final long stamp;

        private Reading(ProfileOwner owner, long stamp) {
            this.owner = owner;
            this.stamp = stamp;
        }

        /** Returns the profile where it is known and within the operation's scope; else null. */
        @Nullable
        Profile find(OperationContext context) {
            Kept known = context.tx().isJoined() ? null : kept.getIfPresent(owner);
            if (known == null || !context.scope().covers(owner.label())) {
                return null;
            }
            boolean isSettled = changes != null && changes.isCurrent(owner, known.stamp());
            return isSettled || isCurrent(context.tx(), context.scope(), known.profile()) ? known.profile() : null;
        }

        /** Keeps what the operation has read. */
        Profile keep(OperationContext context, Profile read) {
            return context.tx().isJoined() ? read : ProfileCache.this.keep(owner, read, stamp);
        }
    }
}
