// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.spi.IndexProgress;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.search.IndexSearcher;

/** One state of a tenant's index, which does not change. Thread-safe. */
final class IndexView extends IndexSearcher {
    /** For how many kinds of readers the statistics are kept; there are a handful of roles. */
    private static final int KEPT = 32;

    private final IndexProgress progress;
    private final Map<Readership, VisibleTexts> visible = new ConcurrentHashMap<>();

    IndexView(DirectoryReader reader) throws IOException {
        super(reader);
        setQueryCache(null);
        progress = CommitData.of(reader.getIndexCommit().getUserData()).progress();
    }

    /** Returns how far this state has come. */
    IndexProgress progress() {
        return progress;
    }

    /** Returns the statistics of what this reader sees. */
    VisibleTexts textsFor(Readership readership) throws IOException {
        VisibleTexts texts = visible.get(readership);
        if (texts == null) {
            texts = VisibleTexts.of(this, readership.documents());
            if (visible.size() < KEPT) {
                visible.put(readership, texts);
            }
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
}
