// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
    /** How many clauses of each language are searched for first; the words themselves come before what else finds. */
    private static final int FIRST = 64;

    private final List<WordsQuery> languages;

    private FittingQuery(List<WordsQuery> languages) {
        this.languages = languages;
    }

    /** Returns the query of these words; the languages that a reader asked for get most of the room. */
    static FittingQuery of(AskedWords words, List<TextAnalysis> present, Set<TextAnalysis> own, WordWeights weights)
            throws IOException {
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
        List<WordsQuery> queries = new ArrayList<>();
        for (QueryWords read : languages) {
            int share = own.contains(read.analysis()) ? forOwn / own.size() : forOthers / others;
            queries.add(WordsQuery.reading(read, room.part(share, room.clauses()), weights));
        }
        return new FittingQuery(List.copyOf(queries));
    }

    /** Returns everything. */
    Query whole() {
        return any(WordsQuery::whole);
    }

    /** Returns what finds. */
    Query finding() {
        return any(language -> language.finding(Integer.MAX_VALUE));
    }

    /** Returns what of that is searched for first. */
    Query first() {
        return any(language -> language.finding(FIRST));
    }

    /** Returns whether that is all of it. */
    boolean isShort() {
        return languages.stream().allMatch(language -> language.findingClauses().size() <= FIRST);
    }

    /** Returns a query that finds the same, and ranks nothing. */
    Query matching() {
        return any(WordsQuery::matching);
    }

    /** Returns the clauses of which any finds the same; none where something is demanded as well. */
    List<Query> matchingClauses() {
        List<List<Query>> all =
                languages.stream().map(WordsQuery::matchingClauses).toList();
        return all.stream().anyMatch(List::isEmpty)
                ? List.of()
                : all.stream().flatMap(List::stream).toList();
    }

    /** Returns each clause that finds. */
    List<Query> findingClauses() {
        return languages.stream()
                .flatMap(language -> language.findingClauses().stream())
                .toList();
    }

    /** Returns each clause that only lifts. */
    List<Query> liftingClauses() {
        return languages.stream()
                .flatMap(language -> language.liftingClauses().stream())
                .toList();
    }

    private Query any(Function<WordsQuery, Query> part) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        languages.forEach(language -> any.add(part.apply(language), Occur.SHOULD));
        return any.build();
    }
}
