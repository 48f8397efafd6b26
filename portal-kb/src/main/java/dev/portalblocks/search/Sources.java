// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.HealthCheck;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.operation.LogFollower;
import dev.portalblocks.search.spi.SearchSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a search reads from, by the type of objects. */
final class Sources {
    private final Map<String, SourceReader> readers;

    /** Reads these on these threads; {@code IllegalArgumentException} if two have one type of objects, or one has customers. */
    Sources(List<SearchSource> sources, SourceThreads threads) {
        readers = sources.stream()
                .map(source -> new SourceReader(source, threads))
                .collect(Collectors.toUnmodifiableMap(SourceReader::type, reader -> reader, (one, two) -> {
                    throw new IllegalArgumentException("Two sources of " + one.type());
                }));
        if (readers.containsKey(CustomerId.OBJECT_TYPE)) {
            throw new IllegalArgumentException(
                    "A customer is whose documents are, and can't be a document: call the source's objects something else");
        }
    }

    /** Returns each with its type. */
    Map<String, SourceReader> readers() {
        return readers;
    }

    /** Returns the types. */
    Set<String> types() {
        return readers.keySet();
    }

    /** Returns what an operator looks at: how far the index is behind, and how each source is. */
    HealthCheck[] checks(LogFollower follower) {
        Stream<HealthCheck> ofSources = readers.values().stream()
                .map(reader -> new HealthCheck("search.source." + reader.type(), reader::look));
        return Stream.concat(Stream.of(HealthCheck.ofReader("search.index", follower)), ofSources)
                .toArray(HealthCheck[]::new);
    }
}
