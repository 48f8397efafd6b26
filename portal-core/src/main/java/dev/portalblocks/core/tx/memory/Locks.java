// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.memory;

import dev.portalblocks.core.model.PortalException.StorageFailure;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Locks on keys, each one's until its holder ends, then the next one's in the order of asking. There is a lock only
 * while somebody holds it.
 *
 * <p>A holder waits for one lock at a time and a lock has one owner, so that a circle can only close when somebody
 * begins to wait, and is found by following one path.
 */
final class Locks {

    private final ReentrantLock mutex = new ReentrantLock();
    private final long limitNanos;
    private int waiting;

    Locks(Duration limit) {
        this.limitNanos = limit.toNanos();
    }

    /** What one transaction holds. */
    static final class Holder {
        private final Condition granted;
        private final List<Lock> held = new ArrayList<>();
        private @Nullable Lock awaited;

        private Holder(Condition granted) {
            this.granted = granted;
        }
    }

    private static final class Lock {
        private final Runnable forget;
        private final Deque<Holder> queue = new ArrayDeque<>(2);
        private @Nullable Holder owner;

        private Lock(Runnable forget) {
            this.forget = forget;
        }
    }

    /** The locked keys of one table. */
    final class Keys<K> {
        private final Map<K, Lock> locked;

        Keys(Comparator<? super K> order) {
            this.locked = new TreeMap<>(order);
        }

        /** Locks the key, present in the table or not; waits for who has it. Again for what one has is no step. */
        void acquire(Holder me, K key) {
            mutex.lock();
            try {
                Lock lock = locked.computeIfAbsent(key, k -> new Lock(() -> locked.remove(k)));
                if (lock.owner == null) {
                    grant(lock, me);
                } else if (lock.owner != me) {
                    await(lock, me);
                }
            } finally {
                mutex.unlock();
            }
        }
    }

    Holder holder() {
        return new Holder(mutex.newCondition());
    }

    /** Hands each lock to who waits for it. */
    void release(Holder holder) {
        for (Lock lock : holder.held) {
            mutex.lock(); // for each one, so that who needs another lock does not wait for thousands
            try {
                Holder next = lock.queue.poll();
                if (next == null) {
                    lock.forget.run();
                } else {
                    grant(lock, next);
                }
            } finally {
                mutex.unlock();
            }
        }
    }

    /** Returns how many holders wait now. */
    int waiting() {
        mutex.lock();
        try {
            return waiting;
        } finally {
            mutex.unlock();
        }
    }

    private static void grant(Lock lock, Holder holder) {
        lock.owner = holder;
        holder.awaited = null; // from now on, even before it wakes up
        holder.held.add(lock);
        holder.granted.signal();
    }

    private void await(Lock lock, Holder me) {
        refuseCircle(lock, me);
        lock.queue.add(me);
        me.awaited = lock;
        waiting++;
        try {
            long left = limitNanos;
            while (lock.owner != me) {
                if (left <= 0) {
                    throw new StorageFailure("storage.lock-timeout", true, null);
                }
                left = me.granted.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageFailure("storage.interrupted", false, e);
        } finally {
            waiting--;
            me.awaited = null;
            lock.queue.remove(me);
        }
    }

    private static void refuseCircle(Lock wanted, Holder me) {
        for (Lock lock = wanted; lock != null; ) {
            Holder owner = lock.owner;
            if (owner == me) {
                throw new StorageFailure("storage.deadlock", true, null);
            }
            lock = owner == null ? null : owner.awaited;
        }
    }
}
