// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.model.Audience;
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
    /** For how many sets of audiences the statistics are kept; there are a handful of roles. */
    private static final int KEPT = 32;

    private final LogPosition position;
    private final Map<Bound<Audience>, VisibleTexts> visible = new ConcurrentHashMap<>();

    IndexView(DirectoryReader reader) throws IOException {
        super(reader);
        setQueryCache(null);
        position = CommitData.of(reader.getIndexCommit().getUserData()).position();
    }

    /** Returns where in the log this state stands. */
    LogPosition position() {
        return position;
    }

    /** Returns the statistics of what these audiences may see. */
    VisibleTexts textsFor(Bound<Audience> audiences) throws IOException {
        VisibleTexts texts = visible.get(audiences);
        if (texts == null) {
            texts = VisibleTexts.of(this, Readers.of(audiences));
            if (visible.size() < KEPT) {
                visible.put(audiences, texts);
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
