// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.profile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Shortcut;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.profile.ProfileChanges.Writing;
import dev.portalblocks.profile.model.Profile;
import dev.portalblocks.profile.spi.ProfileStore;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Profiles that were read and committed, in memory. Only what is there and allowed is answered from here; all else, refusals
 * included, takes the one way. While a host's transaction is joined nothing is taken from here and nothing is put in.
 *
 * <p>On one node what is here is what is committed. On several it is what was committed once, and its version is
 * looked up each time, with the moment that it was made: a version of a profile is written once, unless a database was set
 * back, and then at another moment.
 *
 * <p>Thread-safe.
 */
final class ProfileCache {
    private final Cache<ProfileOwner, Profile> kept;
    private final Shortcut shortcut;
    private final ProfileStore store;
    private final @Nullable ProfileChanges changes;

    ProfileCache(int profiles, boolean isOnlyWriter, Shortcut shortcut, ProfileStore store) {
        // on the caller's thread: a library has no threads of its own
        this.kept = Caffeine.newBuilder()
                .maximumSize(profiles)
                .executor(Runnable::run)
                .build();
        this.shortcut = shortcut;
        this.store = store;
        this.changes = isOnlyWriter ? new ProfileChanges(kept::invalidate) : null;
    }

    /** Returns the profile where the actor is certain to be allowed it, and where it is known; else null. */
    @Nullable
    Profile find(Actor actor, CustomerId customer) {
        ProfileOwner owner = new ProfileOwner(actor.tenant(), customer);
        if (!shortcut.isOpen(actor, owner.label())) {
            return null;
        }
        Profile known = kept.getIfPresent(owner);
        if (known == null || changes != null) {
            return known;
        }
        Scope own = Scope.wholeTenant(owner.tenant()).ofCustomers(Bound.only(Set.of(customer)));
        return shortcut.query(tx -> isCurrent(tx, own, known)) ? known : null;
    }

    /** Begins to read in the one way; before its transaction. */
    Reading reading(Actor actor, CustomerId customer) {
        ProfileOwner owner = new ProfileOwner(actor.tenant(), customer);
        return new Reading(owner, changes == null ? 0 : changes.stamp(owner));
    }

    /** Begins to change, in the one way. */
    Writing writing() {
        return new Writing(changes);
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
            Profile known = context.tx().isJoined() ? null : kept.getIfPresent(owner);
            if (known == null || !context.scope().covers(owner.label())) {
                return null;
            }
            return changes != null || isCurrent(context.tx(), context.scope(), known) ? known : null;
        }

        /** Keeps what the operation has read. */
        Profile keep(OperationContext context, Profile read) {
            if (!context.tx().isJoined()) {
                if (changes == null) {
                    kept.put(owner, read);
                } else {
                    changes.keep(owner, stamp, read.version(), () -> kept.put(owner, read));
                }
            }
            return read;
        }
    }
}
