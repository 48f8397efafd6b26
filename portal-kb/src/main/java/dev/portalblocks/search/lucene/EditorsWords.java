// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.lucene.QueryWords.Form;
import dev.portalblocks.search.model.SynonymTerms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What else somebody means who uses a term, by the editors' synonyms, as one language takes them. A term is found in a text in
 * all its forms, its words also written as one or with hyphens. For one query.
 */
final class EditorsWords {
    /** How many words of a text are looked at, and of a term. */
    private static final int MAX_WORDS = 64;
    /** How many words a term is written in at most that is one word, or how many more than the editors wrote. */
    private static final int MORE_WORDS = 2;

    private static final String ROOT = " ";

    private final TextAnalysis analysis;
    private final Map<String, Set<String>> found = new HashMap<>();
    private final Set<String> words = new LinkedHashSet<>();
    private int longest;

    private EditorsWords(TextAnalysis analysis) {
        this.analysis = analysis;
    }

    /** Reads synonyms of this language. */
    static EditorsWords of(TextAnalysis analysis, List<SynonymTerms> synonyms) {
        EditorsWords editors = new EditorsWords(analysis);
        for (SynonymTerms synonym : synonyms) {
            for (String term : synonym.terms()) {
                editors.add(term, synonym.foundBy(term));
            }
        }
        return editors;
    }

    private void add(String term, List<String> others) {
        List<Form> forms = forms(term);
        if (!forms.isEmpty()) {
            keys(forms)
                    .forEach(key -> found.computeIfAbsent(key, it -> new LinkedHashSet<>())
                            .addAll(others));
            longest = Math.max(longest, forms.size() + MORE_WORDS);
        }
        if (forms.size() == 1) {
            words.add(forms.get(0).plain());
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Returns the stems of all words that a term of the editors' is made of in this text: nobody mistyped them. */
    Set<String> known(String text) {
        if (isEmpty()) {
            return Set.of();
        }
        List<List<Form>> typed = forms(text).stream().map(List::of).collect(Collectors.toCollection(ArrayList::new));
        Set<String> known = new HashSet<>();
        for (Match match : matches(typed)) {
            typed.subList(match.from(), match.to())
                    .forEach(word -> known.add(word.get(0).stem()));
        }
        return known;
    }

    /** Returns the editors' terms of one word that a folded word differs from by one letter. */
    List<String> near(String folded) {
        return words.stream().filter(word -> Letters.differByOne(folded, word)).toList();
    }

    /**
     * Adds the synonyms of what a text says.
     *
     * @param typed the text's words as they were typed
     * @param right the same words, in the same order, put right
     */
    QueryWords addTo(QueryWords typed, QueryWords right, String text) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < typed.words().size(); i++) {
            places.put(typed.words().get(i).likeliest().stem(), i);
        }
        List<Form> read = forms(text);
        List<List<Form>> meant = read.stream()
                .map(form -> places.containsKey(form.stem())
                        ? right.words().get(places.get(form.stem())).forms()
                        : List.of(form))
                .toList();
        AddedSynonyms additions = new AddedSynonyms(right);
        for (Match match : matches(meant)) {
            List<Integer> asked = read.subList(match.from(), match.to()).stream()
                    .filter(form -> places.containsKey(form.stem()))
                    .map(form -> places.get(form.stem()))
                    .distinct()
                    .toList();
            match.found().forEach(term -> additions.add(asked, topics(term)));
        }
        return additions.result();
    }

    /** Where a text says a term, and what is found by it. */
    private record Match(int from, int to, Set<String> found) {}

    private List<Match> matches(List<List<Form>> text) {
        List<Match> matches = new ArrayList<>();
        for (int from = 0; from < text.size(); from++) {
            for (int to = from + 1; to <= Math.min(from + longest, text.size()); to++) {
                Set<String> others = new LinkedHashSet<>();
                for (String key : anyKeys(text.subList(from, to))) {
                    others.addAll(found.getOrDefault(key, Set.of()));
                }
                if (!others.isEmpty()) {
                    matches.add(new Match(from, to, others));
                }
            }
        }
        return matches;
    }

    private Set<String> anyKeys(List<List<Form>> words) {
        return words.size() == 1
                ? words.get(0).stream()
                        .flatMap(form -> keys(form).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                : keys(words.stream().map(forms -> forms.get(0)).toList());
    }

    /** Word by word, and as one word: {@code Kfz-Versicherung} is also written {@code Kfzversicherung}. */
    private Set<String> keys(List<Form> words) {
        return words.size() == 1
                ? keys(words.get(0))
                : Set.of( // the space tells the two apart, also where a script has no letters to join
                        words.stream().map(Form::stem).collect(Collectors.joining(" ")) + " ",
                        analysis.stem(words.stream().map(Form::plain).collect(Collectors.joining())));
    }

    /** By its stem, and by the root of the whole word: a stem keeps what some plurals end with. */
    private Set<String> keys(Form word) {
        Set<String> keys = new LinkedHashSet<>(Set.of(word.stem()));
        analysis.roots(word.plain()).stream().limit(1).forEach(root -> keys.add(ROOT + root));
        return keys;
    }

    /** Without its parts: of most words nobody asks for them. */
    private List<Form> forms(String text) {
        return analysis.words(text, MAX_WORDS).stream()
                .map(word -> new Form(word.plain(), word.stem(), List.of(), List.of(), 1))
                .toList();
    }

    /** Returns the words of a term by their places in it; without those that carry grammar, where it has others. */
    private Map<Integer, Form> topics(String term) {
        List<TextAnalysis.Word> all = analysis.words(term, MAX_WORDS);
        boolean hasTopic = all.stream().anyMatch(word -> analysis.weight(word) == 1);
        Map<Integer, Form> topics = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (!hasTopic || analysis.weight(all.get(i)) == 1) {
                topics.put(i, Form.of(all.get(i).plain(), all.get(i).stem(), analysis));
            }
        }
        return topics;
    }
}
