// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.FilterLeafReader.FilterTerms;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The words of a field of a segment, of which it is remembered where they are kept. */
final class KnownTerms extends FilterTerms {
    private final String field;
    private final SegmentMemory memory;

    KnownTerms(Terms terms, String field, SegmentMemory memory) {
        super(terms);
        this.field = field;
        this.memory = memory;
    }

    @Override
    public TermsEnum iterator() {
        return new Known();
    }

    /** Goes to a word that is remembered only when its documents are asked for. For one thread. */
    private final class Known extends BaseTermsEnum {
        private @Nullable TermsEnum own;
        private SegmentMemory.@Nullable Known at;
        private @Nullable BytesRef word;

        private TermsEnum own() throws IOException {
            TermsEnum there = own;
            if (there == null) {
                there = in.iterator();
                own = there;
            }
            return there;
        }

        /** Returns the segment's own, where this one stands. */
        private TermsEnum there() throws IOException {
            SegmentMemory.Known known = at;
            BytesRef remembered = word;
            if (known != null && remembered != null && known.state() != null) {
                own().seekExact(remembered, known.state());
                leave();
            }
            return own();
        }

        private void leave() {
            at = null;
            word = null;
        }

        @Override
        public boolean seekExact(BytesRef text) throws IOException {
            SegmentMemory.Known known = memory.find(field, text);
            if (known == null) {
                TermsEnum own = own();
                known = own.seekExact(text)
                        ? new SegmentMemory.Known(own.termState(), own.docFreq(), own.totalTermFreq())
                        : SegmentMemory.Known.ABSENT;
                memory.keep(field, text, known);
            }
            at = known;
            word = text;
            return known.state() != null;
        }

        @Override
        public void seekExact(BytesRef text, TermState state) throws IOException {
            leave();
            own().seekExact(text, state);
        }

        @Override
        public SeekStatus seekCeil(BytesRef text) throws IOException {
            leave();
            return own().seekCeil(text);
        }

        @Override
        public void seekExact(long ord) throws IOException {
            leave();
            own().seekExact(ord);
        }

        @Override
        public BytesRef term() throws IOException {
            return there().term();
        }

        @Override
        public long ord() throws IOException {
            return there().ord();
        }

        @Override
        public int docFreq() throws IOException {
            SegmentMemory.Known known = at;
            return known == null ? own().docFreq() : known.documents();
        }

        @Override
        public long totalTermFreq() throws IOException {
            SegmentMemory.Known known = at;
            return known == null ? own().totalTermFreq() : known.times();
        }

        @Override
        public TermState termState() throws IOException {
            SegmentMemory.Known known = at;
            return known == null || known.state() == null ? own().termState() : known.state();
        }

        @Override
        public PostingsEnum postings(@Nullable PostingsEnum reuse, int flags) throws IOException {
            return there().postings(reuse, flags);
        }

        @Override
        public ImpactsEnum impacts(int flags) throws IOException {
            return there().impacts(flags);
        }

        /** A fresh one that was sent to a state would begin with the first word. */
        @Override
        public @Nullable BytesRef next() throws IOException {
            BytesRef remembered = word;
            if (remembered != null) {
                own().seekExact(remembered);
                leave();
            }
            return own().next();
        }
    }
}
