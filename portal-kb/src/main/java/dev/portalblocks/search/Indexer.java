// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.event.EventBatch;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.LogReader;
import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.search.spi.IndexProgress;
import dev.portalblocks.search.spi.SearchChange;
import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.search.spi.SearchSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Keeps the index as the log says: an event names an object, and its source tells how the object is now. An index that was
 * built from other kinds of objects is as none.
 */
final class Indexer implements LogReader {
    private final SearchIndex index;
    private final Map<String, SearchSource> sources;

    Indexer(SearchIndex index, List<SearchSource> sources) {
        this.index = index;
        this.sources = sources.stream()
                .collect(Collectors.toUnmodifiableMap(SearchSource::objectType, Function.identity(), (one, two) -> {
                    throw new IllegalArgumentException("Two sources of " + one.objectType());
                }));
    }

    @Override
    public Optional<LogPosition> position(TenantId tenant) {
        return index.progress(tenant)
                .filter(progress -> progress.types().equals(sources.keySet()))
                .map(IndexProgress::position);
    }

    @Override
    public void take(TenantId tenant, EventBatch batch) {
        List<SearchChange> changes = batch.events().stream()
                .map(PortalEvent::subject)
                .distinct()
                .flatMap(object ->
                        Optional.ofNullable(sources.get(object.type()))
                                .map(source -> source.read(tenant, object))
                                .stream())
                .toList();
        index.update(tenant, changes, at(batch.upTo()));
    }

    @Override
    public void rebuild(TenantId tenant, LogPosition at) {
        index.rebuild(tenant, target -> sources.values().forEach(source -> source.readAll(tenant, target)), at(at));
    }

    private IndexProgress at(LogPosition position) {
        return new IndexProgress(position, sources.keySet());
    }
}
