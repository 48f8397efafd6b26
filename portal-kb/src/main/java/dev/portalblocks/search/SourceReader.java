// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.model.Health;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.spi.DependentSource;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads from one source, whatever it does: it is called on another thread, and not waited for any longer than it is patient with
 * it. Of the calls that do not come back it bears {@link #MOST_STUCK}, one of each tenant; then the source is left alone until one
 * comes back. Thread-safe.
 */
final class SourceReader {
    /** So many threads a source may hold for ever. */
    static final int MOST_STUCK = 4;
    /** After so many objects at which it throws, a source is not asked for the others of that turn. */
    static final int MOST_FAILURES = 3;

    private final SearchSource source;
    private final String type;
    private final Set<String> staleAfter;
    private final SourceThreads threads;
    private final SourceTroubles troubles;
    private final Map<TenantId, SourceCall> stuck = new ConcurrentHashMap<>();

    SourceReader(SearchSource source, SourceThreads threads) {
        this.source = source;
        this.type = source.objectType();
        this.staleAfter = source instanceof DependentSource dependent ? Set.copyOf(dependent.staleAfter()) : Set.of();
        this.threads = threads;
        this.troubles = new SourceTroubles(threads.clock());
    }

    /**
     * What a source gave of the objects that it was asked for.
     *
     * @param changes what it gave
     * @param missing of what it gave nothing
     */
    record Given(List<SearchChange> changes, Set<ObjectRef> missing) {}

    /** A source that did not give all of its objects. */
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String type;

        private Failure(String type) {
            super("The search source of " + type + " fails");
            this.type = type;
        }

        /** Returns the type of its objects. */
        String type() {
            return type;
        }
    }

    /** Returns the type of its objects. */
    String type() {
        return type;
    }

    /** Returns whether what the source has told before may be wrong since one of these happened. */
    boolean isStaleAfter(Collection<PortalEvent<?>> events) {
        return events.stream().anyMatch(event -> staleAfter.contains(event.type()));
    }

    /** Returns whether it is time to ask the source for what it owes. */
    boolean isDue(TenantId tenant) {
        return troubles.isDue(tenant) && !isStuck(tenant);
    }

    /** Returns whether the source holds as many threads as it may. */
    boolean isStuck(TenantId tenant) {
        return stuck.containsKey(tenant) || stuck.size() >= MOST_STUCK;
    }

    /** Notes that the source owes nothing. */
    void owesNothing(TenantId tenant) {
        troubles.clear(tenant);
    }

    /** Returns how the source is. */
    Health.Finding look() {
        return troubles.look();
    }

    /** Returns what these objects are now, as far as the source tells. */
    Given read(TenantId tenant, Collection<ObjectRef> objects) {
        Set<ObjectRef> missing = new LinkedHashSet<>(objects);
        List<SearchChange> changes = new ArrayList<>();
        List<ObjectRef> asked = List.copyOf(objects);
        SourceCall call = started(tenant, (own, target) -> {
            for (ObjectRef object : asked) {
                target.accept(answer(own, tenant, object));
            }
        });
        int failures = 0;
        SourceItem item = call == null ? null : next(tenant, call);
        while (call != null && item != null && !item.isLast()) {
            ObjectRef object = item.asked();
            SearchChange change = item.change();
            if (object != null && change != null && SourceChecks.isAnswer(object, change)) {
                missing.remove(object);
                changes.add(change);
            } else {
                troubles.note(tenant, item.failure() == null ? SourceItem.INVALID : item.failure());
                failures++;
            }
            item = failures < MOST_FAILURES ? next(tenant, call) : left(tenant, call);
        }
        return new Given(changes, missing);
    }

    /**
     * Hands over all objects, but those that can't be, which are named.
     *
     * @throws Failure if these are not all
     */
    Set<ObjectRef> readAll(TenantId tenant, Consumer<SearchChange> target) {
        SourceCall call = started(
                tenant, (own, items) -> source.readAll(tenant, change -> items.accept(SourceItem.given(null, change))));
        Set<ObjectRef> bad = new LinkedHashSet<>();
        boolean isNamed = true;
        SourceItem item = call == null ? null : next(tenant, call);
        while (call != null && item != null && !item.isLast()) {
            SearchChange change = item.change();
            if (change != null && SourceChecks.isOf(type, change)) {
                handOver(tenant, call, change, target);
            } else {
                isNamed &= isAdded(bad, change);
            }
            item = next(tenant, call);
        }
        String failure = item == null ? null : item.failure();
        if (failure != null) {
            troubles.note(tenant, failure);
        } else if (item != null && !(isNamed && bad.isEmpty())) {
            troubles.note(tenant, SourceItem.INVALID);
        }
        if (item == null || failure != null || !isNamed) {
            throw new Failure(type);
        }
        return bad;
    }

    /** What the index throws is no fault of the source, which must not go on for nobody. */
    private void handOver(TenantId tenant, SourceCall call, SearchChange change, Consumer<SearchChange> target) {
        boolean isTaken = false;
        try {
            target.accept(change);
            isTaken = true;
        } finally {
            if (!isTaken) {
                left(tenant, call);
            }
        }
    }

    /** Of what has no name nobody can tell what it stands for. */
    private boolean isAdded(Set<ObjectRef> bad, @Nullable SearchChange change) {
        if (change == null || !SourceChecks.isNamed(type, change)) {
            return false;
        }
        bad.add(change.object());
        return true;
    }

    private SourceItem answer(SourceCall own, TenantId tenant, ObjectRef object) {
        try {
            return SourceItem.given(object, source.read(tenant, object));
        } catch (RuntimeException | Error e) {
            own.logThrown(e);
            return SourceItem.failed(object);
        }
    }

    private interface Question {
        void ask(SourceCall own, Consumer<SourceItem> target);
    }

    /** Returns the call that was begun; null where the source holds too many threads already. */
    private @Nullable SourceCall started(TenantId tenant, Question question) {
        if (isStuck(tenant)) {
            troubles.note(tenant, SourceItem.HANGS);
            return null;
        }
        SourceCall call = new SourceCall(type);
        try {
            threads.execute(() -> call.run(target -> question.ask(call, target), () -> stuck.remove(tenant, call)));
            return call;
        } catch (RejectedExecutionException e) {
            troubles.note(tenant, SourceItem.HANGS);
            return null;
        }
    }

    /** Returns what comes next; null when the source takes too long, or this thread is to end. */
    private @Nullable SourceItem next(TenantId tenant, SourceCall call) {
        try {
            SourceItem item = threads.next(call.items(), troubles.patience());
            if (item == null) {
                troubles.noteHanging(tenant);
                left(tenant, call);
            }
            return item;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return left(tenant, call);
        }
    }

    private @Nullable SourceItem left(TenantId tenant, SourceCall call) {
        call.abandon(() -> stuck.put(tenant, call));
        return null;
    }
}
