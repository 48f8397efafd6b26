// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.lucene.QueryWords.Form;
import dev.portalblocks.search.lucene.QueryWords.QueryWord;
import dev.portalblocks.search.lucene.QueryWords.Synonym;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/**
 * How well a document's words fit the words of a query: a document that has one of the words, or a part of one, is found;
 * what it has beyond that moves it up.
 *
 * <p>Each word counts by BM25, in the title, the headings and the tags once more; editors' synonyms count like words, parts of
 * compounds half, what else everyday words mean a little more, roots a little less; words that follow each other as in the query, and pieces that words
 * have in common, count a little. The weights were chosen on collections of questions in German and English together, never on
 * one of them.
 */
final class WordsQuery {
    static final float PART = 0.5f;
    static final float MEANING = 0.6f;

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
        words.synonyms().forEach(query::addSynonym);
        words.words().forEach(query::addParts);
        words.words().forEach(query::addMeanings);
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
        Map<String, Float> stems = new LinkedHashMap<>();
        Map<String, Float> roots = new LinkedHashMap<>();
        for (Form form : word.forms()) {
            stems.merge(form.stem(), form.share(), Math::max);
            form.roots().forEach(root -> roots.merge(root, form.share(), Math::max));
        }
        find(Fields.Kind.ALL, stems, word.weight());
        find(Fields.Kind.TITLES, stems, word.weight() * TITLE);
        find(Fields.Kind.TAGS, stems, word.weight() * TAG);
        find(Fields.Kind.HEADINGS, stems, word.weight() * HEADING);
        find(Fields.Kind.PARTS, stems, word.weight() * PART);
        find(Fields.Kind.ROOTS, roots, word.weight() * ROOT);
    }

    /** One word counts like one that was asked for; several, where they follow each other much as the editors wrote them. */
    private void addSynonym(Synonym synonym) {
        if (synonym.words().size() == 1) {
            QueryWord word = new QueryWord("", List.copyOf(synonym.words().values()), List.of(), synonym.weight());
            addWord(word);
            addParts(word);
        } else {
            float each = synonym.weight() / synonym.words().size();
            findPhrase(Fields.Kind.ALL, synonym, each);
            findPhrase(Fields.Kind.TITLES, synonym, each * TITLE);
        }
    }

    private void addParts(QueryWord word) {
        for (Form form : word.forms()) {
            for (String part : form.parts()) {
                Map<String, Float> term = Map.of(part, form.share());
                find(Fields.Kind.ALL, term, word.weight() * PART);
                find(Fields.Kind.TITLES, term, word.weight() * PART * TITLE);
                find(Fields.Kind.PARTS, term, word.weight() * PART * PART);
            }
        }
    }

    private void addMeanings(QueryWord word) {
        for (String meaning : word.meanings()) {
            Map<String, Float> term = Map.of(meaning, 1f);
            find(Fields.Kind.ALL, term, word.weight() * MEANING);
            find(Fields.Kind.TITLES, term, word.weight() * MEANING * TITLE);
            find(Fields.Kind.PARTS, term, word.weight() * MEANING * PART);
        }
    }

    private void addPhrases() {
        String field = Fields.Kind.ALL.in(analysis);
        List<QueryWord> words = query.words();
        for (int i = 1; i < words.size(); i++) {
            String first = words.get(i - 1).likeliest().stem();
            String second = words.get(i).likeliest().stem();
            lift(new PhraseQuery(field, first, second), PHRASE);
            lift(new PhraseQuery(NEAR_WORDS, field, first, second), NEAR);
        }
    }

    private void addGrams(QueryWord word) {
        Set<String> grams = new LinkedHashSet<>(Grams.of(word.likeliest().plain()));
        grams.forEach(gram ->
                lift(new TermQuery(new Term(Fields.Kind.GRAMS.in(analysis), gram)), GRAM * word.weight()));
    }

    /** One clause, however many words the reader may mean: they count as one that stands wherever one of them does. */
    private void find(Fields.Kind kind, Map<String, Float> terms, float weight) {
        if (!terms.isEmpty() && hasRoom()) {
            SynonymQuery.Builder any = new SynonymQuery.Builder(kind.in(analysis));
            terms.forEach((term, share) -> any.addTerm(new Term(kind.in(analysis), term), share));
            finding.add(new BoostQuery(any.build(), weight));
        }
    }

    private void findPhrase(Fields.Kind kind, Synonym synonym, float weight) {
        if (hasRoom()) {
            PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(NEAR_WORDS);
            synonym.words().forEach((place, form) -> phrase.add(new Term(kind.in(analysis), form.stem()), place));
            finding.add(new BoostQuery(phrase.build(), weight));
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
