// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader.CacheHelper;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;

/** What is remembered of each segment, as long as any state of the index has it. Thread-safe. */
final class SegmentMemories {
    private final Map<CacheKey, SegmentMemory> bySegment = new ConcurrentHashMap<>();

    /** Returns what is remembered of a segment. */
    SegmentMemory of(LeafReader segment) {
        CacheHelper lasting = segment.getCoreCacheHelper();
        if (lasting == null) {
            return new SegmentMemory();
        }
        return bySegment.computeIfAbsent(lasting.getKey(), unknown -> {
            lasting.addClosedListener(bySegment::remove);
            return new SegmentMemory();
        });
    }
}
