// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.spi.IndexProgress;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.search.IndexSearcher;

/** One state of a tenant's index, whose documents do not change. Thread-safe. */
final class IndexView extends IndexSearcher {
    /** For how many kinds of readers the statistics are kept; there are a handful of roles. */
    private static final int KEPT = 32;

    private volatile IndexProgress progress;
    private final Times times;
    private final Map<Readership, VisibleTexts> visible = Collections.synchronizedMap(new LastUsed());

    IndexView(DirectoryReader reader, IndexProgress progress) throws IOException {
        super(reader);
        setQueryCache(null);
        times = Times.of(reader);
        this.progress = progress;
    }

    /** Returns how far this state has come. */
    IndexProgress progress() {
        return progress;
    }

    /** Says that this is also the state that far. */
    void hasCome(IndexProgress further) {
        progress = further;
    }

    /** Returns when what is shown changes. */
    Times times() {
        return times;
    }

    /** Returns the statistics of what this reader sees. */
    VisibleTexts textsFor(Readership readership) throws IOException {
        VisibleTexts texts = visible.get(readership);
        if (texts == null) {
            texts = VisibleTexts.of(this, readership.documents());
            visible.put(readership, texts);
        }
        return texts;
    }

    /** Returns the names of the analyses whose texts are among these, in the order of the names. */
    Set<String> analysesOf(VisibleTexts texts) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String field : FieldInfos.getIndexedFields(getIndexReader())) {
            if (Fields.Kind.ALL.isKindOf(field) && texts.of(field).isPresent()) {
                names.add(Fields.Kind.ALL.analysisOf(field));
            }
        }
        return names;
    }

    /** What a withdrawal makes new goes soon after, so the one that was not used for the longest time makes room. */
    private static final class LastUsed extends LinkedHashMap<Readership, VisibleTexts> {
        private static final long serialVersionUID = 1;

        LastUsed() {
            super(KEPT, 1, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Readership, VisibleTexts> eldest) {
            return size() > KEPT;
        }
    }
}
