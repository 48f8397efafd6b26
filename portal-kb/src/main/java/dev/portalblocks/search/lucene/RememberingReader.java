// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.jspecify.annotations.Nullable;

/**
 * A state of an index whose segments remember where they keep the words that are asked for, and which they don't have. A search asks for
 * each of some hundred words in each segment more than once, and the next search for half of them again; looking one up costs
 * more than what is then read of it. Large segments also remember in which documents values stand. Thread-safe.
 */
final class RememberingReader extends FilterDirectoryReader {
    private final SegmentMemories memories;

    private RememberingReader(DirectoryReader in, SegmentMemories memories) throws IOException {
        super(in, new SubReaderWrapper() {
            @Override
            public LeafReader wrap(LeafReader segment) {
                return new Segment(segment, memories.of(segment));
            }
        });
        this.memories = memories;
    }

    /** Returns a reader of the same that is closed with it, and those of later states likewise. */
    static DirectoryReader of(DirectoryReader reader) throws IOException {
        return new RememberingReader(reader, new SegmentMemories());
    }

    /** Returns what is remembered of a segment of such a state; null for any other segment. */
    static @Nullable SegmentMemory memoryOf(LeafReader segment) {
        return segment instanceof Segment own ? own.memory : null;
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader later) throws IOException {
        return new RememberingReader(later, memories);
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
        return in.getReaderCacheHelper();
    }

    private static final class Segment extends FilterLeafReader {
        private final SegmentMemory memory;

        Segment(LeafReader segment, SegmentMemory memory) {
            super(segment);
            this.memory = memory;
        }

        @Override
        public @Nullable Terms terms(String field) throws IOException {
            Terms terms = in.terms(field);
            return terms == null ? null : new KnownTerms(terms, field, memory);
        }

        @Override
        public @Nullable CacheHelper getCoreCacheHelper() {
            return in.getCoreCacheHelper();
        }

        @Override
        public @Nullable CacheHelper getReaderCacheHelper() {
            return in.getReaderCacheHelper();
        }
    }
}
