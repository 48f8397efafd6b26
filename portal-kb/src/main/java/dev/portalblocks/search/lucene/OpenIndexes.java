// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.spi.IndexProgress;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tenants' indexes that are open. Each is opened when it is first used, and closed again when it is idle or when too many
 * are open; how far a closed one has come is remembered, as the log's follower asks all of them each second. Thread-safe.
 */
final class OpenIndexes {
    private static final Logger LOG = LoggerFactory.getLogger(OpenIndexes.class);
    private static final int LOCKS = 64;

    private final IndexFolder folder;
    private final Languages languages;
    private final int most;
    private final KeptViews kept = new KeptViews();
    private final Map<TenantId, Opened> open = new ConcurrentHashMap<>();
    private final Map<TenantId, IndexProgress> known = new ConcurrentHashMap<>();
    private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();
    private final AtomicLong uses = new AtomicLong();
    private volatile boolean closed;

    OpenIndexes(IndexFolder folder, Languages languages, int most) {
        this.folder = folder;
        this.languages = languages;
        this.most = most;
    }

    /** What is done in an index while it stays open. */
    interface Work<T> {
        T in(TenantIndex index) throws IOException;
    }

    /** An open index and who is in it: it is closed only when nobody is, and nobody comes in from then on. */
    private static final class Opened {
        private static final int RETIRED = -1;

        private final TenantIndex index;
        private final AtomicInteger users = new AtomicInteger();
        private volatile long lastUse;
        private volatile boolean isIdle;

        Opened(TenantIndex index) {
            this.index = index;
        }

        boolean enter(long use) {
            if (users.getAndUpdate(count -> count == RETIRED ? RETIRED : count + 1) == RETIRED) {
                return false;
            }
            lastUse = use;
            isIdle = false;
            return true;
        }

        void leave() {
            users.decrementAndGet();
        }

        boolean retire() {
            return users.compareAndSet(0, RETIRED);
        }
    }

    /** Works in a tenant's index, which is made when there is none. */
    <T> T in(TenantId tenant, Work<T> work) throws IOException {
        Opened entered = entered(tenant);
        try {
            return work.in(entered.index);
        } finally {
            entered.leave();
        }
    }

    /** Returns whether a tenant has an index. */
    boolean has(TenantId tenant) {
        requireOpen();
        return open.containsKey(tenant) || folder.keeps(tenant);
    }

    /** Returns how far a tenant's index has come, without opening it once more. */
    Optional<IndexProgress> progress(TenantId tenant) throws IOException {
        requireOpen();
        IndexProgress closedAt = open.containsKey(tenant) ? null : known.get(tenant);
        if (closedAt != null) {
            return Optional.of(closedAt);
        }
        return has(tenant) ? in(tenant, TenantIndex::progress) : Optional.empty();
    }

    /** Returns how many earlier states are kept open. */
    int keptViews() {
        return kept.size();
    }

    /** Makes everything outlive the process, and closes what was not used since the last call. */
    void flush() throws IOException {
        requireOpen();
        kept.age();
        @Nullable IOException failure = null;
        for (Map.Entry<TenantId, Opened> entry : open.entrySet()) {
            try {
                flush(entry.getKey(), entry.getValue());
            } catch (IOException e) {
                failure = added(e, failure);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Closes all; waits for what is being written. Searches that have begun end as usual. */
    void close() throws IOException {
        closed = true;
        @Nullable IOException failure = null;
        for (Object lock : locks) {
            synchronized (lock) { // who was about to open an index has done so now, and nobody opens another one
                failure = closed(lock, failure);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private @Nullable IOException closed(Object lock, @Nullable IOException earlier) {
        @Nullable IOException failure = earlier;
        for (Map.Entry<TenantId, Opened> entry : open.entrySet()) {
            if (lockOf(entry.getKey()) == lock) {
                try {
                    entry.getValue().index.close();
                } catch (IOException e) {
                    failure = added(e, failure);
                }
            }
        }
        return failure;
    }

    private void flush(TenantId tenant, Opened opened) throws IOException {
        boolean wasIdle = opened.isIdle;
        opened.isIdle = true;
        if (wasIdle && !opened.index.isPaged()) {
            retire(tenant, opened);
        } else {
            opened.index.flush();
        }
    }

    private Opened entered(TenantId tenant) throws IOException {
        Opened opened = open.get(tenant);
        while (opened == null || !opened.enter(uses.incrementAndGet())) {
            opened = opened(tenant);
        }
        return opened;
    }

    /** Nothing is opened behind the back of who closes: what {@code close} does not find is never opened. */
    private Opened opened(TenantId tenant) throws IOException {
        makeRoom();
        synchronized (lockOf(tenant)) {
            requireOpen();
            Opened opened = open.get(tenant);
            if (opened == null) {
                opened = new Opened(new TenantIndex(tenant, folder.open(tenant), languages, kept));
                open.put(tenant, opened);
            }
            return opened;
        }
    }

    private void makeRoom() {
        while (open.size() >= most) {
            Optional<Map.Entry<TenantId, Opened>> eldest = open.entrySet().stream()
                    .filter(entry -> entry.getValue().users.get() == 0)
                    .min(Comparator.comparingLong(entry -> entry.getValue().lastUse));
            if (eldest.isEmpty()) {
                return; // all are in use
            }
            retire(eldest.get().getKey(), eldest.get().getValue());
        }
    }

    /** Closes an index unless somebody is in it. */
    private void retire(TenantId tenant, Opened opened) {
        synchronized (lockOf(tenant)) {
            if (!opened.retire()) {
                return;
            }
            try {
                Optional<IndexProgress> progress = opened.index.progress();
                opened.index.close();
                progress.ifPresentOrElse(at -> known.put(tenant, at), () -> known.remove(tenant));
            } catch (IOException | RuntimeException e) {
                known.remove(tenant); // asked again, it says where the last commit stands
                LOG.warn("The index of tenant {} was closed at its last commit: {}", tenant, e.toString());
            } finally {
                open.remove(tenant, opened);
            }
        }
    }

    private Object lockOf(TenantId tenant) {
        return locks[Math.floorMod(tenant.hashCode(), LOCKS)];
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("The search index is closed");
        }
    }

    private static IOException added(IOException failure, @Nullable IOException earlier) {
        if (earlier == null) {
            return failure;
        }
        earlier.addSuppressed(failure);
        return earlier;
    }
}
