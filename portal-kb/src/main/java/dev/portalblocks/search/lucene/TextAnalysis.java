// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;

/** How the texts of one language become terms, in the index and in queries. Thread-safe. */
final class TextAnalysis {
    /** What is longer than this is no word. */
    private static final int LONGEST = 255;

    private static final int SHORTEST_TOPIC = 3;
    /** Of how many words of a text it is asked what they are parts of. */
    private static final int MOST_JOINED = 400;

    private final String name;
    private final Words plain;
    private final Words stems;
    private final Words both;
    private final Words parts;
    private final Words roots;
    private final Words grams;
    private final Words beginnings;
    private final Words inner;
    private final Written written;
    private final Function<String, List<String>> splitting;
    private final Function<String, List<String>> partsOfWord;
    private final Function<String, List<String>> rootsOfWord;
    private final Predicate<String> isWord;
    private final BiFunction<String, List<Word>, List<String>> joining;
    private final Meanings meanings;
    private final FunctionWords functionWords;
    private final Set<String> letterWords;

    private TextAnalysis(String name, Steps steps, WordLists lists) {
        this.name = name;
        functionWords = lists.functionWords();
        letterWords = lists.letterWords();
        isWord = steps.isWord();
        joining = steps.joining();
        UnaryOperator<TokenStream> folding = steps.folding();
        plain = new Words(folding);
        stems = new Words(words -> steps.stemming().apply(folding.apply(words)));
        both = new Words(words -> steps.stemming().apply(new KeptTerm(folding.apply(words))));
        splitting = steps.splitting();
        parts = new Words(words -> steps.stemming().apply(new PiecesFilter(folding.apply(words), splitting)));
        Function<String, List<String>> rooting = Remembered.ofWords(steps.rooting());
        roots = new Words(words -> new PiecesFilter(folding.apply(words), rooting));
        partsOfWord =
                Remembered.ofWords(word -> parts.terms(word).stream().distinct().toList());
        rootsOfWord = Remembered.ofWords(roots::terms);
        written = new Written(folding);
        grams = new Words(words -> new PiecesFilter(folding.apply(words), Grams::of));
        beginnings = new Words(words -> new BeginningsFilter(folding.apply(words)));
        inner = new Words(
                words -> new PiecesFilter(new PiecesFilter(folding.apply(words), this::innerWords), Beginnings::of));
        meanings = Meanings.of(lists.everyday(), plain::terms, this::stem);
    }

    /**
     * What one language does with its words. The first two steps leave as many words as they get.
     *
     * @param folding makes different spellings of a word equal
     * @param stemming makes the forms of a word equal
     * @param splitting returns the parts of a folded word; none when it is no compound
     * @param rooting returns the roots of a folded word and of its parts; none where a stem is as good
     * @param isWord tells whether a folded word is known to be one of the language, so that nobody mistyped it
     * @param joining returns folded words that words of a text may be parts of, which stand apart in it
     */
    record Steps(
            UnaryOperator<TokenStream> folding,
            UnaryOperator<TokenStream> stemming,
            Function<String, List<String>> splitting,
            Function<String, List<String>> rooting,
            Predicate<String> isWord,
            BiFunction<String, List<Word>, List<String>> joining) {
        /** Returns the steps of a language whose words are neither split nor rooted. */
        static Steps of(UnaryOperator<TokenStream> folding, UnaryOperator<TokenStream> stemming) {
            return new Steps(
                    folding, stemming, word -> List.of(), word -> List.of(), word -> false, (text, words) -> List.of());
        }
    }

    /**
     * What is listed of a language.
     *
     * @param functionWords which words carry no topic
     * @param everyday lines that say what else somebody may mean
     * @param letterWords folded words that stand in messages whatever they are about
     */
    record WordLists(FunctionWords functionWords, List<String> everyday, Set<String> letterWords) {
        /** Reads the lists of a language, folding single words as a query's are. */
        static WordLists of(String language, Function<String, List<String>> folding) {
            return new WordLists(
                    FunctionWords.of(language, folding),
                    Lists.lines("everyday-" + language + ".txt"),
                    Set.copyOf(new HashSet<>(
                            folding.apply(String.join("\n", Lists.lines("letter-words-" + language + ".txt"))))));
        }

        /** Returns lists without words. */
        static WordLists none() {
            return new WordLists(FunctionWords.none(), List.of(), Set.of());
        }
    }

    /**
     * A word of a text.
     *
     * @param plain the word, folded
     * @param stem the word, folded and stemmed
     * @param start index of its first character in the text
     * @param end index behind its last
     */
    record Word(String plain, String stem, int start, int end) {}

    /** Returns the analysis of this name, which names its fields. */
    static TextAnalysis of(String name, Steps steps, WordLists lists) {
        return new TextAnalysis(name, steps, lists);
    }

    String name() {
        return name;
    }

    /** Returns the first words of a text. */
    List<Word> words(String text, int limit) {
        List<Words.Term> stemmed = both.terms(text, limit);
        List<Word> words = new ArrayList<>(stemmed.size());
        for (Words.Term term : stemmed) {
            words.add(new Word(term.kept(), term.text(), term.start(), term.end()));
        }
        return words;
    }

    /** Returns the word that a text ends with; none where a space or a sign stands behind it. */
    List<Word> lastWord(String text) {
        int start = text.length();
        while (start > Math.max(0, text.length() - LONGEST) && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        int from = start;
        return words(text.substring(from), Integer.MAX_VALUE).stream()
                .map(word -> new Word(word.plain(), word.stem(), from + word.start(), from + word.end()))
                .filter(word -> word.end() == text.length())
                .toList();
    }

    /** Returns the stem of a folded word. */
    String stem(String word) {
        List<String> terms = stems.terms(word);
        return terms.isEmpty() ? word : terms.get(0);
    }

    /** Returns the stems of the parts of a folded word; none when it is no compound. */
    List<String> parts(String word) {
        return partsOfWord.apply(word);
    }

    /** Returns the folded parts of a folded word that begin within it; none when it is no compound. */
    List<String> innerWords(String word) {
        return splitting.apply(word).stream()
                .filter(part -> !word.startsWith(part))
                .distinct()
                .toList();
    }

    /** Returns a text's words, folded. */
    List<String> folded(String text) {
        return plain.terms(text);
    }

    /** Returns the roots of a folded word and of its parts; none where a stem is as good. */
    List<String> roots(String word) {
        return rootsOfWord.apply(word);
    }

    /** Returns the stems of what else a word with this stem may mean. */
    List<String> meanings(String stem) {
        return meanings.of(stem).stream()
                .map(this::stem)
                .filter(other -> !other.equals(stem))
                .distinct()
                .toList();
    }

    /** Returns everyday words that a folded word differs from by one letter. */
    List<String> everydayNear(String word) {
        return meanings.near(word);
    }

    /** Returns whether a folded word is known to be one; where no such list is kept, none is. */
    boolean isWord(String word) {
        return isWord.test(word);
    }

    /** Returns folded words that words of a text may be parts of, though they stand apart; many of them are none. */
    List<String> joined(String text) {
        return joining.apply(text, words(text, MOST_JOINED)).stream().distinct().toList();
    }

    /** Returns whether a folded word carries grammar rather than a topic. */
    boolean isFunctionWord(String word) {
        return functionWords.weight(word) < 1;
    }

    /** Returns whether a word of a message says what it is about; numbers and what is very short don't. */
    boolean isTopic(Word word) {
        String plain = word.plain();
        boolean isLong = plain.length() >= SHORTEST_TOPIC || Character.isIdeographic(plain.codePointAt(0));
        return isLong
                && functionWords.weight(plain) == 1
                && !letterWords.contains(plain)
                && plain.chars().noneMatch(Character::isDigit);
    }

    /** Returns what a word of a query counts, 0 to 1. */
    float weight(Word word) {
        return functionWords.weight(word.plain());
    }

    /** Returns what writes a field of this kind. */
    Analyzer writerOf(Fields.Kind kind) {
        return switch (kind) {
            case PARTS -> parts;
            case ROOTS -> roots;
            case GRAMS -> grams;
            case PLAIN -> plain;
            case BEGINNINGS -> beginnings;
            case INNER -> inner;
            case WRITTEN -> written;
            default -> stems;
        };
    }
}
