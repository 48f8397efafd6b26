// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.event.EventBatch;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.OwingReader;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.event.Withdrawals;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.spi.IndexProgress;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Keeps the index as the log says: an event names an object, and its source tells how the object is now. What a source does not tell is
 * owed, and the index keeps what it had: the objects by name, or the whole kind where there are too many or they can't be
 * named. What was withdrawn is not kept.
 */
final class Indexer implements OwingReader {
    /** More objects of a kind are not owed one by one. */
    static final int MOST_OWED = 1_000;
    /** References to customers, which no source knows. */
    private static final Predicate<ObjectRef> CUSTOMERS =
            subject -> subject.type().equals(CustomerId.OBJECT_TYPE);

    private final SearchIndex index;
    private final Map<String, SourceReader> sources;
    private final Withdrawn withdrawn;

    /** Reads these sources, by the type of their objects. */
    Indexer(SearchIndex index, Map<String, SourceReader> sources, Withdrawn withdrawn) {
        this.index = index;
        this.sources = Map.copyOf(sources);
        this.withdrawn = withdrawn;
    }

    /** What the log says has been withdrawn behind a position. */
    interface Withdrawn {
        Withdrawals behind(TenantId tenant, LogPosition position);
    }

    @Override
    public Optional<LogPosition> position(TenantId tenant) {
        return index.progress(tenant).map(IndexProgress::position);
    }

    @Override
    public void take(TenantId tenant, EventBatch batch) {
        IndexProgress before = index.progress(tenant).orElse(new IndexProgress(LogPosition.START, Set.of()));
        List<ObjectRef> named = batch.events().stream()
                .map(PortalEvent::subject)
                .distinct()
                .filter(object -> sources.containsKey(object.type()))
                .toList();
        SourceReader.Given given = read(tenant, named);
        List<SearchChange> changes = new ArrayList<>(removed(batch.withdrawn(), CUSTOMERS));
        changes.addAll(given.changes());
        changes.addAll(removed(batch.withdrawn(), given.missing()::contains));
        Set<ObjectRef> owed = new HashSet<>(before.owed());
        owed.removeAll(named);
        owed.addAll(given.missing());
        Set<String> right = new HashSet<>(before.types());
        sources.forEach((type, source) -> {
            if (source.isStaleAfter(batch.events())) {
                right.remove(type);
            }
        });
        index.update(tenant, changes, owing(batch.upTo(), right, owed));
    }

    /** Once the index has passed by, no search hears of a withdrawal any more: what no source is asked about goes here. */
    private static List<SearchChange> removed(Set<ObjectRef> withdrawn, Predicate<ObjectRef> which) {
        return withdrawn.stream()
                .filter(which)
                .map(subject -> new SearchChange(subject, List.of()))
                .toList();
    }

    /** Sources that fail are left out of it, and what the index has of them is kept. */
    @Override
    public void rebuild(TenantId tenant, LogPosition at) {
        Set<String> failing = new HashSet<>();
        sources.forEach((type, source) -> {
            if (source.isStuck(tenant)) {
                failing.add(type);
            }
        });
        while (!isRebuilt(tenant, at, failing)) {
            // once more without the source that has failed
        }
    }

    private boolean isRebuilt(TenantId tenant, LogPosition at, Set<String> failing) {
        Set<String> read = new HashSet<>(sources.keySet());
        read.removeAll(failing);
        try {
            write(tenant, kept(tenant, failing), read, new IndexProgress(at, read));
            return true;
        } catch (SourceReader.Failure e) {
            failing.add(e.type());
            return false;
        }
    }

    /** Nothing is kept of which nobody can tell whether it was withdrawn, since the index is about to pass by. */
    private Set<String> kept(TenantId tenant, Set<String> failing) {
        Optional<IndexProgress> before = failing.isEmpty() ? Optional.empty() : index.progress(tenant);
        if (before.isEmpty()) {
            return Set.of();
        }
        Withdrawals behind = withdrawn.behind(tenant, before.get().position());
        if (behind.isIncomplete()) {
            return Set.of();
        }
        List<SearchChange> gone = removed(behind.subjects(), CUSTOMERS.or(one -> failing.contains(one.type())));
        if (!gone.isEmpty()) {
            index.update(tenant, gone, before.get());
        }
        return failing;
    }

    @Override
    public void takeOwed(TenantId tenant) {
        index.progress(tenant).ifPresent(progress -> {
            IndexProgress now = isOwing(progress) ? withOwed(tenant, progress) : progress;
            sources.forEach((type, source) -> {
                if (now.types().contains(type)
                        && now.owed().stream().noneMatch(one -> one.type().equals(type))) {
                    source.owesNothing(tenant);
                }
            });
        });
    }

    private IndexProgress withOwed(TenantId tenant, IndexProgress before) {
        IndexProgress now = before;
        for (String type : sources.keySet()) {
            now = now.types().contains(type) ? now : withAll(tenant, type, now);
        }
        return withObjects(tenant, withoutStrangers(tenant, now));
    }

    private boolean isOwing(IndexProgress progress) {
        return !progress.owed().isEmpty() || !progress.types().equals(sources.keySet());
    }

    /** Reads a kind of which the index has all no longer, or not yet. */
    private IndexProgress withAll(TenantId tenant, String type, IndexProgress before) {
        if (!source(type).isDue(tenant)) {
            return before;
        }
        Set<String> others = new HashSet<>(sources.keySet());
        others.remove(type);
        Set<String> types = new HashSet<>(before.types());
        types.add(type);
        Set<ObjectRef> owed = new HashSet<>(before.owed());
        owed.removeIf(object -> object.type().equals(type));
        try {
            return write(tenant, others, Set.of(type), new IndexProgress(before.position(), types, owed));
        } catch (SourceReader.Failure e) {
            return before;
        }
    }

    /** Removes what is left of kinds that nobody publishes any more. */
    private IndexProgress withoutStrangers(TenantId tenant, IndexProgress before) {
        if (sources.keySet().containsAll(before.types())) {
            return before;
        }
        Set<String> types = new HashSet<>(before.types());
        types.retainAll(sources.keySet());
        return write(tenant, sources.keySet(), Set.of(), owing(before.position(), types, before.owed()));
    }

    private IndexProgress withObjects(TenantId tenant, IndexProgress before) {
        List<ObjectRef> due = before.owed().stream()
                .filter(object -> sources.containsKey(object.type()))
                .filter(object -> source(object.type()).isDue(tenant))
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
        SourceReader.Given given = read(tenant, due);
        Set<ObjectRef> owed = new HashSet<>(before.owed());
        owed.removeAll(due);
        owed.addAll(given.missing());
        owed.removeIf(object -> !sources.containsKey(object.type()));
        if (owed.equals(before.owed())) {
            return before;
        }
        IndexProgress owing = owing(before.position(), before.types(), owed);
        index.update(tenant, given.changes(), owing);
        return owing;
    }

    private IndexProgress write(TenantId tenant, Set<String> keeping, Collection<String> read, IndexProgress progress) {
        Set<ObjectRef> owed = new HashSet<>(progress.owed());
        index.rebuild(
                tenant,
                keeping,
                target -> read.forEach(type -> owed.addAll(source(type).readAll(tenant, target))),
                progress);
        if (owed.equals(progress.owed())) {
            return progress;
        }
        IndexProgress owing = owing(progress.position(), progress.types(), owed);
        index.update(tenant, List.of(), owing);
        return owing;
    }

    private SourceReader.Given read(TenantId tenant, List<ObjectRef> objects) {
        List<SearchChange> changes = new ArrayList<>();
        Set<ObjectRef> missing = new LinkedHashSet<>();
        sources.forEach((type, source) -> {
            List<ObjectRef> own = objects.stream()
                    .filter(object -> object.type().equals(type))
                    .toList();
            if (!own.isEmpty()) {
                SourceReader.Given given = source.read(tenant, own);
                changes.addAll(given.changes());
                missing.addAll(given.missing());
            }
        });
        return new SourceReader.Given(changes, missing);
    }

    /** A kind of which too much is owed is owed as a whole, and one that is owed as a whole is not owed by name. */
    private IndexProgress owing(LogPosition position, Set<String> types, Set<ObjectRef> owed) {
        Set<String> whole = new HashSet<>(types);
        for (String type : types) {
            if (owed.stream().filter(object -> object.type().equals(type)).count() > MOST_OWED) {
                whole.remove(type);
            }
        }
        Set<ObjectRef> named = new HashSet<>(owed);
        named.removeIf(object -> !whole.contains(object.type()));
        return new IndexProgress(position, whole, named);
    }

    private SourceReader source(String type) {
        SourceReader source = sources.get(type);
        if (source == null) {
            throw new IllegalStateException("No source of " + type);
        }
        return source;
    }
}
