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
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * How well a document's words fit the words of a query: a document that has one of the words, or a part of one, is found;
 * what it has beyond that moves it up.
 *
 * <p>Each word counts by BM25, in the title, the headings and the tags once more; editors' synonyms count like words, and so does
 * what else an everyday word means, however many of that a document has; parts of compounds count a third, roots a little more;
 * words that follow each other as in the query, and pieces that words have in common, count a little.
 */
final class WordsQuery {
    private static final float BEGUN_TITLE = 2;
    private static final float BEGUN = 0.5f;
    private static final int NEAR_WORDS = 8;

    private static final Set<Fields.Kind> IN_THE_TEXT_AS_WELL =
            Set.of(Fields.Kind.TITLES, Fields.Kind.HEADINGS, Fields.Kind.TAGS);

    private final QueryWords query;
    private final String analysis;
    private final QueryRoom room;
    private final WordWeights weights;
    private int terms;
    private final List<Query> finding = new ArrayList<>();
    private final List<Query> matching = new ArrayList<>();
    private final List<Query> lifting = new ArrayList<>();

    private WordsQuery(QueryWords query, QueryRoom room, WordWeights weights) {
        this.query = query;
        this.room = room;
        this.weights = weights;
        analysis = query.analysis().name();
    }

    /** Returns the query of these words that takes no more room than this; the least important is left out first. */
    static Query of(QueryWords words, QueryRoom room, WordWeights weights) {
        return reading(words, room, weights).whole();
    }

    /** Returns the same by its parts. */
    static WordsQuery reading(QueryWords words, QueryRoom room, WordWeights weights) {
        WordsQuery query = new WordsQuery(words, room, weights);
        query.addQuotations();
        query.addBeginning();
        query.addWords();
        words.words().forEach(query::addPlaces);
        words.synonyms().forEach(query::addSynonym);
        words.words().forEach(query::addParts);
        words.words().forEach(query::addMeanings);
        query.addPhrases();
        words.words().forEach(query::addGrams);
        return query;
    }

    /** Returns what finds and what lifts. */
    Query whole() {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(anyOf(finding), Occur.MUST);
        lifting.forEach(clause -> all.add(clause, Occur.SHOULD));
        query.demands().addTo(all);
        return all.build();
    }

    /** Returns the first clauses of what finds. */
    Query finding(int clauses) {
        return demanded(finding.subList(0, Math.min(clauses, finding.size())));
    }

    /** Returns a query that finds the same; what stands in a title, a heading or a tag stands in the text as well. */
    Query matching() {
        return demanded(matching);
    }

    /** Returns the clauses of which any finds the same; none where something is demanded as well. */
    List<Query> matchingClauses() {
        return query.demands().room().clauses() == 0 ? matching : List.of();
    }

    /** Returns each clause that finds, the most important first. */
    List<Query> findingClauses() {
        return finding;
    }

    /** Returns each clause that only lifts. */
    List<Query> liftingClauses() {
        return lifting;
    }

    private Query demanded(List<Query> any) {
        QueryRoom demanded = query.demands().room();
        if (demanded.clauses() == 0) {
            return anyOf(any);
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(anyOf(any), Occur.MUST);
        query.demands().addTo(all);
        return all.build();
    }

    private static Query anyOf(List<Query> clauses) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        clauses.forEach(clause -> any.add(clause, Occur.SHOULD));
        return any.build();
    }

    private void find(Query clause, boolean isNew) {
        finding.add(clause);
        if (isNew) {
            matching.add(clause);
        }
    }

    private void addQuotations() {
        for (Query quotation : query.demands().quotations()) {
            if (takes(Demands.MAX_WORDS)) {
                find(quotation, true);
            }
        }
    }

    private void addBeginning() {
        Beginning typed = query.beginning();
        if (typed != null) {
            find(Fields.Kind.BEGINNINGS, each(typed.letters()), typed.weight() * BEGUN_TITLE);
            find(Fields.Kind.INNER, each(typed.letters()), typed.weight() * BEGUN_TITLE * weights.part());
            find(Fields.Kind.PLAIN, each(typed.words()), typed.weight() * BEGUN);
        }
    }

    /** Every word finds, however few clauses there are: what has none of its own shares one with the others, and ranks nothing. */
    private void addWords() {
        List<BytesRef> rest = new ArrayList<>();
        for (QueryWord word : query.words()) {
            if (finding.size() < room.clauses() - 1 && terms < room.terms() - QueryWords.MAX_WORDS) {
                find(Fields.Kind.ALL, stems(word), word.weight());
            } else {
                rest.add(new BytesRef(word.likeliest().stem()));
            }
        }
        if (!rest.isEmpty() && takes(rest.size())) {
            Query any = new TermInSetQuery(Fields.Kind.ALL.in(analysis), rest);
            find(new BoostQuery(new ConstantScoreQuery(any), 0), true);
        }
    }

    private static Map<String, Float> stems(QueryWord word) {
        Map<String, Float> stems = new LinkedHashMap<>();
        word.forms().forEach(form -> stems.merge(form.stem(), form.share(), Math::max));
        return stems;
    }

    private static Map<String, Float> each(List<String> terms) {
        Map<String, Float> shares = new LinkedHashMap<>();
        terms.forEach(term -> shares.put(term, 1f));
        return shares;
    }

    private void addPlaces(QueryWord word) {
        Map<String, Float> stems = stems(word);
        Map<String, Float> roots = new LinkedHashMap<>();
        for (Form form : word.forms()) {
            form.roots().forEach(root -> roots.merge(root, form.share(), Math::max));
        }
        find(Fields.Kind.TITLES, stems, word.weight() * weights.title());
        find(Fields.Kind.TAGS, stems, word.weight() * weights.tag());
        find(Fields.Kind.HEADINGS, stems, word.weight() * weights.heading());
        find(Fields.Kind.PARTS, stems, word.weight() * weights.part());
        find(Fields.Kind.ROOTS, roots, word.weight() * weights.root());
    }

    /** One word counts like one that was asked for; several, where they follow each other much as the editors wrote them. */
    private void addSynonym(Synonym synonym) {
        if (synonym.words().size() == 1) {
            QueryWord word =
                    new QueryWord("", List.copyOf(synonym.words().values()), List.of(), synonym.weight(), false);
            find(Fields.Kind.ALL, stems(word), word.weight());
            addPlaces(word);
            addParts(word);
        } else {
            float each = synonym.weight() / synonym.words().size();
            findPhrase(Fields.Kind.ALL, synonym, each);
            findPhrase(Fields.Kind.TITLES, synonym, each * weights.title());
        }
    }

    private void addParts(QueryWord word) {
        for (Form form : word.forms()) {
            for (String part : form.parts()) {
                Map<String, Float> term = Map.of(part, form.share());
                find(Fields.Kind.ALL, term, word.weight() * weights.part());
                find(Fields.Kind.TITLES, term, word.weight() * weights.part() * weights.title());
                find(Fields.Kind.PARTS, term, word.weight() * weights.part() * weights.part());
            }
        }
    }

    private void addMeanings(QueryWord word) {
        Map<String, Float> any = each(word.meanings());
        find(Fields.Kind.ALL, any, word.weight() * weights.meaning());
        find(Fields.Kind.TITLES, any, word.weight() * weights.meaning() * weights.title());
        find(Fields.Kind.PARTS, any, word.weight() * weights.meaning() * weights.part());
    }

    private void addPhrases() {
        String field = Fields.Kind.ALL.in(analysis);
        List<QueryWord> words = query.words();
        for (int i = 1; i < words.size(); i++) {
            String first = words.get(i - 1).likeliest().stem();
            String second = words.get(i).likeliest().stem();
            lift(new PhraseQuery(field, first, second), 2, weights.phrase());
            lift(new PhraseQuery(NEAR_WORDS, field, first, second), 2, weights.near());
        }
    }

    private void addGrams(QueryWord word) {
        Set<String> grams = new LinkedHashSet<>(Grams.of(word.likeliest().plain()));
        grams.forEach(gram ->
                lift(new TermQuery(new Term(Fields.Kind.GRAMS.in(analysis), gram)), 1, weights.gram() * word.weight()));
    }

    /** One clause, however many words the reader may mean: they count as one that stands wherever one of them does. */
    private void find(Fields.Kind kind, Map<String, Float> any, float weight) {
        if (!any.isEmpty() && takes(any.size())) {
            SynonymQuery.Builder one = new SynonymQuery.Builder(kind.in(analysis));
            any.forEach((term, share) -> one.addTerm(new Term(kind.in(analysis), term), share));
            find(new BoostQuery(one.build(), weight), !IN_THE_TEXT_AS_WELL.contains(kind));
        }
    }

    private void findPhrase(Fields.Kind kind, Synonym synonym, float weight) {
        if (takes(synonym.words().size())) {
            PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(NEAR_WORDS);
            synonym.words().forEach((place, form) -> phrase.add(new Term(kind.in(analysis), form.stem()), place));
            find(new BoostQuery(phrase.build(), weight), !IN_THE_TEXT_AS_WELL.contains(kind));
        }
    }

    private void lift(Query clause, int ofTerms, float weight) {
        if (takes(ofTerms)) {
            lifting.add(new BoostQuery(clause, weight));
        }
    }

    /** Takes room for a clause of so many terms; false where there is none. */
    private boolean takes(int more) {
        boolean fits = finding.size() + lifting.size() < room.clauses() && terms + more <= room.terms();
        terms += fits ? more : 0;
        return fits;
    }
}
