// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Which of a block's objects this portal is changing, so that a block on the only node that writes knows of what it keeps in memory
 * whether it is still so. What was read under a {@linkplain #stamp stamp} is what is committed for as long as the stamp {@linkplain
 * #isCurrent is current}; behind that it has to be compared with the storage again.
 *
 * <p>How a change ended is not always known: the application commits a joined one, and a connection can be lost over a commit. Nothing that
 * is read of such an object is current until a version is {@linkplain #found found} that could not be there while the change is undecided,
 * for it holds the object's lock, or until the next change has got that lock.
 *
 * <p>Thread-safe.
 *
 * @param <K> names an object
 */
public final class Changes<K> {
    /** What is never current. */
    public static final long NEVER = -1;

    private static final int PARTS = 256;

    /** Of each part a number that grows when a change of one of its objects begins; what is read meanwhile has none. */
    private final AtomicLongArray stamps = new AtomicLongArray(PARTS);

    private final Part<K>[] parts;

    /** Begins with no change. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // arrays know no type arguments
    public Changes() {
        parts = new Part[PARTS];
        for (int i = 0; i < PARTS; i++) {
            parts[i] = new Part<K>();
        }
    }

    /** Returns a stamp for what is read of an object in a transaction that begins afterwards; {@link #NEVER} while it is being changed. */
    public long stamp(K key) {
        int part = part(key);
        synchronized (parts[part]) {
            return parts[part].changes.containsKey(key) ? NEVER : stamps.get(part);
        }
    }

    /** Returns whether no change of the object has begun since the stamp. */
    public boolean isCurrent(K key, long stamp) {
        return stamps.get(part(key)) == stamp;
    }

    /**
     * Says that the operation changes an object; with the object's lock, before it is written. That the change has ended is seen when the
     * operation has.
     *
     * @param version the version that it makes
     */
    public void begin(OperationContext context, K key, long version) {
        boolean isJoined = context.tx().isJoined();
        int part = part(key);
        synchronized (parts[part]) {
            Change change = parts[part].changes.computeIfAbsent(key, it -> new Change());
            change.running++;
            if (!isJoined) {
                change.undecided = 0; // it has the lock, so whoever had it before has ended
            }
            stamps.incrementAndGet(part);
        }
        context.whenEnded(isKnown -> end(key, isKnown ? 0 : version));
    }

    private void end(K key, long undecided) {
        int part = part(key);
        synchronized (parts[part]) {
            Change change = parts[part].changes.computeIfAbsent(key, it -> new Change());
            change.running--;
            change.undecided = Math.max(change.undecided, undecided);
            if (change.running == 0 && change.undecided == 0) {
                parts[part].changes.remove(key);
            }
        }
    }

    /** Says that a version of an object was found to be committed. */
    public void found(K key, long version) {
        int part = part(key);
        synchronized (parts[part]) {
            @Nullable Change change = parts[part].changes.get(key);
            if (change != null && change.running == 0 && version >= change.undecided) {
                parts[part].changes.remove(key);
            }
        }
    }

    private static int part(Object key) {
        int hash = key.hashCode();
        return (hash ^ hash >>> 16) & PARTS - 1;
    }

    /** Some of the objects. */
    private static final class Part<K> {
        private final Map<K, Change> changes = new HashMap<>();
    }

    /** Changes of one object: how many run, and the version of one of which nobody knows how it ended, else 0. */
    private static final class Change {
        private int running;
        private long undecided;
    }
}
