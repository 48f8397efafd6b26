// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.lucene.QueryWords.Form;
import dev.portalblocks.search.lucene.QueryWords.QueryWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * The words of one query as each language takes them. A word that the language is not known to have, and that stands in no
 * text which the reader may see, is put right: it is searched for as the words that differ from it by a letter or two.
 */
final class AskedWords {
    /** How many words of a query are put right. */
    static final int MAX_CORRECTED = 8;
    /** As how many words one is searched for then. */
    static final int MAX_FORMS = 3;

    /** What a word that carries no topic counts at least while it is being typed: it may become another. */
    private static final float BARE = 0.3f;
    /** What a word counts that the reader may have meant. */
    private static final float LIKELIEST = 0.9f;
    /** What the next one counts beside the one before. */
    private static final float NEXT = 0.5f;

    private final AskedText text;
    private final boolean isTyping;
    private final IndexReader reader;
    private final VisibleTexts texts;
    private final Map<String, QueryWords> byAnalysis = new HashMap<>();
    private final Function<TextAnalysis, EditorsWords> editors;

    /**
     * Reads the text, at whose end somebody may still be typing, for a reader of these texts, with the editors' synonyms of each
     * language.
     */
    AskedWords(
            AskedText text,
            boolean isTyping,
            IndexReader reader,
            VisibleTexts texts,
            Function<TextAnalysis, EditorsWords> editors) {
        this.text = text;
        this.isTyping = isTyping;
        this.editors = editors;
        this.reader = reader;
        this.texts = texts;
    }

    /** Returns the words as they were typed, or as they were put right. */
    QueryWords in(TextAnalysis analysis) throws IOException {
        QueryWords words = byAnalysis.get(analysis.name());
        if (words == null) {
            words = read(analysis);
            byAnalysis.put(analysis.name(), words);
        }
        return words;
    }

    private QueryWords read(TextAnalysis analysis) throws IOException {
        String everything = Fields.Kind.ALL.in(analysis.name());
        QueryWords words = joined(QueryWords.of(analysis, text, stems -> texts.having(everything, stems)));
        List<TextAnalysis.Word> last = isTyping ? analysis.lastWord(text.searched()) : List.of();
        if (last.isEmpty() || text.isQuoted(last.get(0).start())) {
            return words;
        }
        float weight = words.words().isEmpty() ? 1 : Math.max(BARE, analysis.weight(last.get(0)));
        return words.endingIn(new TypedWords(reader, texts, analysis.name())
                .begunBy(last.get(0).plain(), weight));
    }

    /** Adds the verbs whose prefix stands apart from them, where that is a word which finds something or means something. */
    private QueryWords joined(QueryWords words) throws IOException {
        TextAnalysis analysis = words.analysis();
        List<QueryWord> all = new ArrayList<>(words.words());
        for (String verb : analysis.joined(text.unquoted())) {
            String stem = analysis.stem(verb);
            QueryWord joined =
                    new QueryWord(verb, List.of(Form.of(verb, stem, analysis)), analysis.meanings(stem), 1, false);
            boolean isNew = all.stream().noneMatch(word -> word.typed().equals(verb));
            if (isNew
                    && all.size() < QueryWords.MAX_WORDS
                    && (!joined.meanings().isEmpty() || stands(verb, analysis))) {
                all.add(joined);
            }
        }
        return words.with(all);
    }

    /** Puts right what stands in no text of any of these languages and in no term of the editors', and adds their synonyms. */
    void correct(Set<TextAnalysis> languages) throws IOException {
        for (TextAnalysis language : languages) {
            QueryWords typed = in(language);
            EditorsWords own = editors.apply(language);
            Set<String> theirs = own.known(text.searched());
            List<QueryWord> words = new ArrayList<>();
            int corrected = 0;
            for (QueryWord word : typed.words()) {
                boolean mayBeWrong = corrected < MAX_CORRECTED
                        && !word.isQuoted()
                        && !theirs.contains(word.likeliest().stem())
                        && !isBegun(word, language)
                        && !isKnown(word.typed(), languages);
                List<Form> meant = mayBeWrong ? meant(word, language, own) : List.of();
                words.add(
                        meant.isEmpty()
                                ? word
                                : word.correctedTo(
                                        meant, language.meanings(meant.get(0).stem())));
                corrected += mayBeWrong ? 1 : 0;
            }
            QueryWords right = typed.with(words);
            byAnalysis.put(language.name(), own.isEmpty() ? right : own.addTo(typed, right, text.searched()));
        }
    }

    /** Returns the reader's text with the words of this language that were put right; empty when none was. */
    Optional<String> corrected(TextAnalysis language) throws IOException {
        Map<String, String> right = new HashMap<>();
        Spellings spellings = new Spellings(reader, texts, language.name());
        for (QueryWord word : in(language).words()) {
            if (isOffered(word, language)) {
                right.put(word.typed(), spellings.written(word.likeliest().plain()));
            }
        }
        if (right.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder better = new StringBuilder();
        int done = 0;
        for (TextAnalysis.Word word : language.words(text.searched(), Integer.MAX_VALUE)) {
            String instead = right.get(word.plain());
            if (instead != null && !text.isQuoted(word.start())) {
                better.append(text.text(), done, word.start()).append(instead);
                done = word.end();
            }
        }
        return Optional.of(
                better.append(text.text(), done, text.text().length()).toString());
    }

    /** What is still being typed is no mistake as long as it begins a word that the reader may see. */
    private boolean isBegun(QueryWord word, TextAnalysis language) throws IOException {
        Beginning beginning = in(language).beginning();
        return beginning != null && beginning.isThere() && beginning.typed().equals(word.typed());
    }

    /** A word that stands in nothing the reader may see is not offered, though it helped to find what it means. */
    private boolean isOffered(QueryWord word, TextAnalysis language) throws IOException {
        String likeliest = word.likeliest().plain();
        return !likeliest.equals(word.typed()) && stands(Fields.Kind.PLAIN, likeliest, language);
    }

    private List<Form> meant(QueryWord word, TextAnalysis language, EditorsWords own) throws IOException {
        List<Form> forms = new ArrayList<>();
        float share = LIKELIEST;
        for (Spellings.Near near : new Spellings(reader, texts, language.name()).near(word.typed(), MAX_FORMS)) {
            forms.add(Form.of(near.folded(), language.stem(near.folded()), language)
                    .counting(share));
            share *= NEXT;
        }
        if (forms.isEmpty() && word.typed().length() >= Spellings.MIDDLE) {
            Stream.concat(own.near(word.typed()).stream(), language.everydayNear(word.typed()).stream())
                    .limit(1)
                    .forEach(near -> forms.add(
                            Form.of(near, language.stem(near), language).counting(LIKELIEST)));
        }
        return List.copyOf(forms);
    }

    private boolean isKnown(String typed, Set<TextAnalysis> languages) throws IOException {
        for (TextAnalysis language : languages) {
            if (isKnown(typed, language)) {
                return true;
            }
        }
        return false;
    }

    private boolean isKnown(String typed, TextAnalysis language) throws IOException {
        if (stands(Fields.Kind.ALL, language.stem(typed), language)
                || stands(Fields.Kind.PARTS, language.stem(typed), language)) {
            return true;
        }
        return stands(typed, language) || language.isWord(typed) || language.isFunctionWord(typed);
    }

    /** Returns whether a text has a word of this one's root, or of one of its parts'. */
    private boolean stands(String folded, TextAnalysis language) throws IOException {
        for (String root : language.roots(folded)) {
            if (stands(Fields.Kind.ROOTS, root, language)) {
                return true;
            }
        }
        return false;
    }

    private boolean stands(Fields.Kind kind, String term, TextAnalysis language) throws IOException {
        return texts.has(new Term(kind.in(language.name()), term));
    }
}
