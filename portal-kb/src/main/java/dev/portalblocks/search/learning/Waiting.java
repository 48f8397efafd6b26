// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.learning.spi.StoredSign;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What this node has seen of searches and not yet written. Nobody waits for it: where there is no room, what comes is
 * dropped and counted. A tenant has half of the room at most. Thread-safe.
 */
final class Waiting {
    private static final int LOOKED_BACK = 20;

    private final int room;
    private final Map<String, Queue> queues = new TreeMap<>();
    private int size;
    private long dropped;

    /** Has room for so many searches and signs. */
    Waiting(int room) {
        this.room = room;
    }

    /**
     * A part of what waits for one tenant.
     *
     * @param searches in the order of their coming
     * @param signs each once
     */
    record Batch(List<WaitingSearch> searches, List<StoredSign> signs) {
        boolean isEmpty() {
            return searches.isEmpty() && signs.isEmpty();
        }
    }

    private static final class Queue {
        private final TenantId tenant;
        private final Deque<WaitingSearch> searches = new ArrayDeque<>();
        private final Set<StoredSign> signs = new LinkedHashSet<>();

        Queue(TenantId tenant) {
            this.tenant = tenant;
        }

        int size() {
            return searches.size() + signs.size();
        }
    }

    /** Takes a search, in the place of those that were still being typed on to it. */
    synchronized void add(WaitingSearch search) {
        Queue queue = queue(search.tenant());
        Iterator<WaitingSearch> latest = queue.searches.descendingIterator();
        for (int i = 0; i < LOOKED_BACK && latest.hasNext(); i++) {
            if (latest.next().wasTypedOnAs(search)) {
                latest.remove();
                size--;
            }
        }
        if (hasRoom(queue)) {
            queue.searches.add(search);
        }
    }

    /** Takes a sign; one that waits already is the same. */
    synchronized void add(StoredSign sign) {
        Queue queue = queue(sign.tenant());
        if (!queue.signs.contains(sign) && hasRoom(queue)) {
            queue.signs.add(sign);
        }
    }

    /** Takes out up to so many searches, and as many signs. */
    synchronized Batch take(TenantId tenant, int limit) {
        Queue queue = queue(tenant);
        List<WaitingSearch> searches = taken(queue.searches.iterator(), limit);
        List<StoredSign> signs = taken(queue.signs.iterator(), limit);
        size -= searches.size() + signs.size();
        if (queue.size() == 0) {
            queues.remove(tenant.value());
        }
        return new Batch(searches, signs);
    }

    /** Takes back what could not be written, as far as there is room. */
    synchronized void giveBack(TenantId tenant, Batch batch) {
        if (batch.isEmpty()) {
            return;
        }
        Queue queue = queue(tenant);
        for (int i = batch.searches().size() - 1; i >= 0; i--) {
            if (hasRoom(queue)) {
                queue.searches.addFirst(batch.searches().get(i));
            }
        }
        batch.signs().forEach(this::add);
    }

    synchronized List<TenantId> tenants() {
        return queues.values().stream().map(queue -> queue.tenant).toList();
    }

    synchronized int size() {
        return size;
    }

    /** Returns how many were dropped since this node started. */
    synchronized long dropped() {
        return dropped;
    }

    /** Returns whether there is hardly room left: nobody takes out what waits, or not often enough. */
    synchronized boolean isFull() {
        return size >= (room + 1) / 2;
    }

    private Queue queue(TenantId tenant) {
        return queues.computeIfAbsent(tenant.value(), ignored -> new Queue(tenant));
    }

    /** Counts what comes in. */
    private boolean hasRoom(Queue queue) {
        boolean fits = size < room && queue.size() < (room + 1) / 2;
        if (fits) {
            size++;
        } else {
            dropped++;
        }
        return fits;
    }

    private static <T> List<T> taken(Iterator<T> from, int limit) {
        List<T> taken = new ArrayList<>();
        while (taken.size() < limit && from.hasNext()) {
            taken.add(from.next());
            from.remove();
        }
        return taken;
    }
}
