// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.spi.IndexProgress;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.search.IndexSearcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One state of a tenant's index, whose documents do not change. Thread-safe. */
final class IndexView extends IndexSearcher {
    /** For how many kinds of readers the statistics are kept; there are a handful of roles. */
    private static final int KEPT = 32;

    private static final Logger LOG = LoggerFactory.getLogger(IndexView.class);

    private volatile IndexProgress progress;
    private volatile boolean paged;
    private final Times times;
    private final List<String> fieldsOfAll;
    private final Map<Readership, VisibleTexts> visible = Collections.synchronizedMap(new LastUsed());

    IndexView(DirectoryReader reader, IndexProgress progress) throws IOException {
        super(reader);
        setQueryCache(null);
        times = Times.of(reader);
        fieldsOfAll = FieldInfos.getIndexedFields(reader).stream()
                .filter(Fields.Kind.ALL::isKindOf)
                .toList();
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

    /**
     * Returns who saw on the first page what this mark says, of a state whose reader sees this now; empty where this is not the
     * state.
     */
    Optional<Readership> readershipOf(ViewMark mark, Readership now) throws IOException {
        for (Map.Entry<Readership, VisibleTexts> known : known()) {
            if (known.getKey().kinds().equals(now.kinds()) && known.getValue().digest() == mark.documents()) {
                return Optional.of(known.getKey());
            }
        }
        Readership then = now.at(times.lastChange(mark.now()));
        for (Readership maybe : List.of(then.without(Set.of()), then)) {
            if (textsFor(maybe).digest() == mark.documents()) {
                return Optional.of(maybe);
            }
        }
        return Optional.empty();
    }

    private List<Map.Entry<Readership, VisibleTexts>> known() {
        synchronized (visible) {
            return visible.entrySet().stream()
                    .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }

    /** Notes that somebody takes pages of it. */
    void paged() {
        paged = true;
    }

    /** Returns whether somebody takes pages of it. */
    boolean isPaged() {
        return paged;
    }

    /** Takes a use of the files; false where they are closed already. */
    boolean hold() {
        return getIndexReader().tryIncRef();
    }

    /** Gives a use of the files back; with the last one they are closed. */
    void letGo() {
        try {
            getIndexReader().decRef();
        } catch (IOException e) {
            LOG.warn("Files of a state of an index were not closed: {}", e.toString());
        }
    }

    /** Returns the names of the analyses whose texts are among these, in the order of the names. */
    Set<String> analysesOf(VisibleTexts texts) throws IOException {
        Set<String> names = new TreeSet<>();
        for (String field : fieldsOfAll) {
            if (texts.of(field).isPresent()) {
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
