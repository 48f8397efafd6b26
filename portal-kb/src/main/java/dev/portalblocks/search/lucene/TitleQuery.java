// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.lucene.TypedTitle.TypedWord;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Which titles somebody may be typing: those whose words begin as theirs do, before those that have them as a part or in meaning. How
 * rare a word is says nothing here.
 */
final class TitleQuery {
    private static final float INNER = 0.5f;
    private static final float NEAR = 0.4f;
    private static final float MEANING = 0.6f;
    /** What it counts that the title itself begins so. */
    private static final float FIRST = 0.5f;
    /** Of titles that fit as well the shorter comes first: BM25 says which that is, and decides nothing else. */
    private static final float SHORT = 0.005f;

    private final TypedTitle typed;

    private TitleQuery(TypedTitle typed) {
        this.typed = typed;
    }

    /** Returns a query for the titles that have every word. */
    static Query ofAll(TypedTitle typed) {
        return new TitleQuery(typed).having(1);
    }

    /** Returns a query for the titles that have the last word, those with more of the others first. */
    static Query ofLast(TypedTitle typed) {
        return new TitleQuery(typed).having(Float.POSITIVE_INFINITY);
    }

    /** A word below this weight a title may be without; but one there has to be. */
    private Query having(float least) {
        List<TypedWord> words = typed.words();
        boolean isLastNeeded = words.stream().allMatch(word -> word.weight() < least);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            TypedWord word = words.get(i);
            boolean isNeeded = word.weight() >= least || (isLastNeeded && i == words.size() - 1);
            all.add(standing(word), isNeeded ? Occur.MUST : Occur.SHOULD);
            all.add(term(Fields.Kind.BEGINNINGS, Beginnings.first(word.letters()), FIRST), Occur.SHOULD);
            all.add(new BoostQuery(bare(Fields.Kind.BEGINNINGS, word.letters()), SHORT), Occur.SHOULD);
        }
        typed.demands().addTo(all);
        return all.build();
    }

    private Query standing(TypedWord word) {
        List<Query> ways = new ArrayList<>();
        ways.add(term(Fields.Kind.BEGINNINGS, word.letters(), word.weight()));
        ways.add(term(Fields.Kind.INNER, word.letters(), word.weight() * INNER));
        word.stems().forEach(stem -> ways.add(term(Fields.Kind.TITLES, stem, word.weight())));
        word.meanings().forEach(stem -> ways.add(term(Fields.Kind.TITLES, stem, word.weight() * MEANING)));
        word.near().forEach(letters -> ways.add(term(Fields.Kind.BEGINNINGS, letters, word.weight() * NEAR)));
        return new DisjunctionMaxQuery(ways, 0);
    }

    private Query term(Fields.Kind kind, String term, float weight) {
        return new BoostQuery(new ConstantScoreQuery(bare(kind, term)), weight);
    }

    private Query bare(Fields.Kind kind, String term) {
        return new TermQuery(new Term(kind.in(typed.analysis().name()), term));
    }
}
