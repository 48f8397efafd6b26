// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.lucene.QueryWords.QueryWord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * How well a document's words fit the words of a query: a document that has one of the words, or a part of one, is found;
 * what it has beyond that moves it up.
 *
 * <p>Each word counts by BM25, in the title, the headings and the tags once more; parts of compounds count half, roots a little less; words that
 * follow each other as in the query, and pieces that words have in common, count a little. The weights were chosen on
 * collections of questions in German and English together, never on one of them.
 */
final class WordsQuery {
    static final float PART = 0.5f;

    private static final float TITLE = 0.7f;
    private static final float HEADING = 0.5f;
    private static final float TAG = 0.7f;
    private static final float ROOT = 0.4f;
    private static final float PHRASE = 0.14f;
    private static final float NEAR = 0.07f;
    private static final int NEAR_WORDS = 8;
    private static final float GRAM = 0.14f;

    private final QueryWords query;
    private final String analysis;
    private final int maxClauses;
    private final List<Query> finding = new ArrayList<>();
    private final List<Query> lifting = new ArrayList<>();

    private WordsQuery(QueryWords query, int maxClauses) {
        this.query = query;
        this.maxClauses = maxClauses;
        analysis = query.analysis().name();
    }

    /** Returns the query of these words, with this many clauses at most; the least important are left out first. */
    static Query of(QueryWords words, int maxClauses) {
        WordsQuery query = new WordsQuery(words, maxClauses);
        words.words().forEach(query::addWord);
        words.words().forEach(query::addParts);
        query.addPhrases();
        words.words().forEach(query::addGrams);
        return query.build();
    }

    private Query build() {
        BooleanQuery.Builder found = new BooleanQuery.Builder();
        finding.forEach(clause -> found.add(clause, Occur.SHOULD));
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(found.build(), Occur.MUST);
        lifting.forEach(clause -> all.add(clause, Occur.SHOULD));
        return all.build();
    }

    private void addWord(QueryWord word) {
        find(Fields.Kind.ALL, word.stem(), word.weight());
        find(Fields.Kind.TITLES, word.stem(), word.weight() * TITLE);
        find(Fields.Kind.TAGS, word.stem(), word.weight() * TAG);
        find(Fields.Kind.HEADINGS, word.stem(), word.weight() * HEADING);
        find(Fields.Kind.PARTS, word.stem(), word.weight() * PART);
        word.roots().forEach(root -> find(Fields.Kind.ROOTS, root, word.weight() * ROOT));
    }

    private void addParts(QueryWord word) {
        for (String part : word.parts()) {
            find(Fields.Kind.ALL, part, word.weight() * PART);
            find(Fields.Kind.TITLES, part, word.weight() * PART * TITLE);
            find(Fields.Kind.PARTS, part, word.weight() * PART * PART);
        }
    }

    private void addPhrases() {
        String field = Fields.Kind.ALL.in(analysis);
        List<QueryWord> words = query.words();
        for (int i = 1; i < words.size(); i++) {
            String first = words.get(i - 1).stem();
            String second = words.get(i).stem();
            lift(new PhraseQuery(field, first, second), PHRASE);
            lift(new PhraseQuery(NEAR_WORDS, field, first, second), NEAR);
        }
    }

    private void addGrams(QueryWord word) {
        Set<String> grams = new LinkedHashSet<>(Grams.of(word.plain()));
        grams.forEach(gram ->
                lift(new TermQuery(new Term(Fields.Kind.GRAMS.in(analysis), gram)), GRAM * word.weight()));
    }

    private void find(Fields.Kind kind, String term, float weight) {
        if (hasRoom()) {
            finding.add(new BoostQuery(new TermQuery(new Term(kind.in(analysis), term)), weight));
        }
    }

    private void lift(Query clause, float weight) {
        if (hasRoom()) {
            lifting.add(new BoostQuery(clause, weight));
        }
    }

    private boolean hasRoom() {
        return finding.size() + lifting.size() < maxClauses;
    }
}
