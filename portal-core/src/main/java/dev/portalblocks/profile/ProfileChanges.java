// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.profile;

import dev.portalblocks.core.tx.Tx;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which profiles are being changed by this portal, the only one that changes any. From before a change can be committed
 * until it is known to have ended, nobody keeps that profile; and who began to read before that keeps nothing
 * afterwards.
 *
 * <p>How a change ended is not always known: the application commits a joined one, and a connection can be lost over a
 * commit. Such a profile is kept again when a version is found that could not be there while the change is undecided, for
 * it holds the profile's lock, or when the next change has got that lock.
 *
 * <p>Thread-safe.
 */
final class ProfileChanges {
    private final Part[] parts = new Part[256];
    private final Consumer<ProfileOwner> forgetting;

    /** Forgets by this what is kept of a profile. */
    ProfileChanges(Consumer<ProfileOwner> forgetting) {
        this.forgetting = forgetting;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new Part();
        }
    }

    /** Returns what a reader has to show again; taken before its transaction begins. */
    long stamp(ProfileOwner owner) {
        Part part = part(owner);
        synchronized (part) {
            return part.stamp;
        }
    }

    /** Keeps what was read at this version, unless a change has begun, or ended, since the stamp. */
    void keep(ProfileOwner owner, long stamp, long version, Runnable keeping) {
        Part part = part(owner);
        synchronized (part) {
            Change change = part.changes.get(owner);
            if (change == null && part.stamp == stamp) {
                keeping.run();
            } else if (change != null && change.running == 0 && version >= change.undecided) {
                part.changes.remove(owner);
                part.stamp++;
            }
        }
    }

    private void begin(ProfileOwner owner, boolean isJoined) {
        Part part = part(owner);
        synchronized (part) {
            Change change = part.changes.computeIfAbsent(owner, it -> new Change());
            change.running++;
            if (!isJoined) {
                change.undecided = 0; // it has the lock, so whoever had it before has ended
            }
            part.stamp++;
            forgetting.accept(owner);
        }
    }

    private void end(ProfileOwner owner, long undecided) {
        Part part = part(owner);
        synchronized (part) {
            Change change = part.changes.computeIfAbsent(owner, it -> new Change());
            change.running--;
            change.undecided = Math.max(change.undecided, undecided);
            part.stamp++;
            if (change.running == 0 && change.undecided == 0) {
                part.changes.remove(owner);
            }
        }
    }

    private Part part(ProfileOwner owner) {
        return parts[Math.floorMod(owner.hashCode(), parts.length)];
    }

    /** One call that may change a profile; closed when it has ended. Not thread-safe. */
    static final class Writing implements AutoCloseable {
        private final @Nullable ProfileChanges changes;
        private @Nullable ProfileOwner owner;
        private long version;
        private boolean known;

        /** Begins; of nobody's concern where nothing is kept. */
        Writing(@Nullable ProfileChanges changes) {
            this.changes = changes;
        }

        /** To be called with the profile's lock and before the profile is written; again where the call is repeated. */
        void replaces(Tx tx, ProfileOwner whose, long by) {
            version = by;
            known = !tx.isJoined();
            if (changes != null && owner == null) {
                owner = whose;
                changes.begin(whose, tx.isJoined());
            }
        }

        /** Says that the call's transaction has ended well. */
        <R> R returning(R result) {
            version = known ? 0 : version;
            return result;
        }

        @Override
        public void close() {
            if (changes != null && owner != null) {
                changes.end(owner, version);
            }
        }
    }

    /** Some of the profiles, and a number that grows when a change of one of them begins or ends. */
    private static final class Part {
        private final Map<ProfileOwner, Change> changes = new HashMap<>();
        private long stamp;
    }

    /** Changes of one profile: how many run, and the version of one of which nobody knows how it ended, else 0. */
    private static final class Change {
        private int running;
        private long undecided;
    }
}
