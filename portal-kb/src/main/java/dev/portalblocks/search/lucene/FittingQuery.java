// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * What fits a reader's text, in every language in which there are texts; which of them a reader is shown is decided beside this.
 * However long the text, it becomes no more clauses and terms than {@link LuceneSearchIndex#MAX_CLAUSES} and
 * {@link LuceneSearchIndex#MAX_TERMS}: first what is demanded, then what finds, then what ranks.
 */
final class FittingQuery {
    /** Of all clauses, what the languages get that the reader did not ask for. */
    private static final int CLAUSES_OF_OTHERS = 200;

    private FittingQuery() {}

    /** Returns the query of these words; the languages that a reader asked for get most of the room. */
    static Query of(AskedWords words, List<TextAnalysis> present, Set<TextAnalysis> own) throws IOException {
        QueryRoom room = new QueryRoom(LuceneSearchIndex.MAX_CLAUSES, LuceneSearchIndex.MAX_TERMS);
        List<QueryWords> languages = new ArrayList<>();
        for (TextAnalysis language : present) {
            QueryWords read = words.in(language);
            languages.add(read);
            room = room.without(read.demands().room());
        }
        int others = present.size() - own.size();
        int forOthers = own.isEmpty() ? room.clauses() : Math.min(CLAUSES_OF_OTHERS, room.clauses() / 2);
        int forOwn = others == 0 ? room.clauses() : room.clauses() - forOthers;
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (QueryWords read : languages) {
            int share = own.contains(read.analysis()) ? forOwn / own.size() : forOthers / others;
            any.add(WordsQuery.of(read, room.part(share, room.clauses())), Occur.SHOULD);
        }
        return any.build();
    }
}
