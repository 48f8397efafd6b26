// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

import dev.portalblocks.core.model.LanguageTag;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Under which keys a synonym rule is kept, and which ones a reader's text asks for. Equal keys say that a rule may be
 * meant, no more: they leave case, accents, umlauts, ß, hyphens and what words commonly end with alone, and one mistyped letter of a
 * longer word. Whether it is meant, the index decides by how it takes the language.
 *
 * <p>Rules are stored with their keys: whoever changes how these are made brings a migration.
 */
public final class SynonymKeys {
    /** How many words a term has at most. */
    public static final int MAX_WORDS = 6;
    /** How many words of a reader's text are looked up, the first ones. */
    public static final int MAX_READ = 64;
    /** A typed beginning of fewer letters and digits asks for nothing. */
    public static final int SHORTEST_BEGINNING = 3;

    private static final int MAX_CHARACTERS = 4_000;
    private static final int MAX_LENGTH = 200;
    private static final int MAX_MISTYPED = 8;
    private static final int SHORTEST_MISTYPED = 6;
    private static final int LONGEST_MISTYPED = 40;
    private static final String MISTYPED = "~";
    /** What forms of German and English words end with, so that the rest is much the same. */
    private static final String ENDINGS = "enrsm";

    private static final int SHORTEST_REST = 3;
    private static final Pattern UE = Pattern.compile("(?<![aeiouq])ue");

    private SynonymKeys() {}

    /** Returns what makes two terms of a language the same: its folded words; empty for what has none. */
    public static String folded(LanguageTag language, String term) {
        return String.join(" ", words(term, language.language().equals(LanguageTag.GERMAN)));
    }

    /** Returns how many words a term has; what stands between hyphens is one each. */
    public static int words(String term) {
        return words(term, true).size();
    }

    /** Returns the keys under which a rule is kept that is asked for by this term. */
    static Set<String> of(String term) {
        List<String> words = words(term, true);
        Set<String> keys = new LinkedHashSet<>();
        if (!words.isEmpty()) {
            addWhole(keys, words);
        }
        if (words.size() == 1) {
            addMistyped(keys, words.get(0));
        }
        return keys;
    }

    /** Returns the keys that a reader's text asks for, whatever text it is. */
    public static Set<String> in(String text) {
        List<String> all = words(text, true);
        List<String> words = all.subList(0, Math.min(MAX_READ, all.size()));
        Set<String> keys = new LinkedHashSet<>();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1; to <= Math.min(from + MAX_WORDS, words.size()); to++) {
                addWhole(keys, words.subList(from, to));
            }
        }
        words.stream()
                .filter(word -> word.length() >= SHORTEST_MISTYPED)
                .distinct()
                .limit(MAX_MISTYPED)
                .forEach(word -> addMistyped(keys, word));
        return keys;
    }

    /** Returns what keys of the terms begin with that somebody is typing; empty while there is too little of it. */
    public static Optional<String> beginning(String typed) {
        String letters = String.join("", words(typed, true));
        return letters.length() < SHORTEST_BEGINNING ? Optional.empty() : Optional.of(cut(letters));
    }

    /** Word by word, and as one word: {@code Kfz-Versicherung} is also written {@code Kfzversicherung}. */
    private static void addWhole(Set<String> keys, List<String> words) {
        keys.add(cut(String.join(" ", words.stream().map(SynonymKeys::rest).toList())));
        keys.add(cut(rest(String.join("", words))));
    }

    /** Two words that differ by one letter have a key in common: themselves, or themselves without one of their letters. */
    private static void addMistyped(Set<String> keys, String word) {
        String rest = rest(word);
        boolean fits = word.length() >= SHORTEST_MISTYPED && word.length() <= LONGEST_MISTYPED;
        if (fits && rest.chars().allMatch(Character::isAlphabetic)) {
            keys.add(MISTYPED + rest);
            for (int i = 0; i < rest.length(); i++) {
                keys.add(MISTYPED + rest.substring(0, i) + rest.substring(i + 1));
            }
        }
    }

    private static String rest(String word) {
        int end = word.length();
        while (end > SHORTEST_REST && ENDINGS.indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return end == word.length() && word.endsWith("y") ? word.substring(0, end - 1) + "i" : word.substring(0, end);
    }

    private static String cut(String key) {
        return key.length() <= MAX_LENGTH
                ? key
                : key.substring(0, key.offsetByCodePoints(0, key.codePointCount(0, MAX_LENGTH) - 1));
    }

    private static List<String> words(String text, boolean folds) {
        String start = text.substring(0, Math.min(MAX_CHARACTERS, text.length()));
        String plain = Normalizer.normalize(start, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        plain.codePoints().forEach(each -> {
            boolean alone = Character.isIdeographic(each);
            if (alone || isBetween(each)) {
                end(word, folds, words);
            }
            if (isOfWord(each) && !(folds && isAccent(each))) {
                word.appendCodePoint(each);
            }
            if (alone) {
                end(word, folds, words);
            }
        });
        end(word, folds, words);
        return words;
    }

    private static void end(StringBuilder word, boolean folds, List<String> words) {
        if (!word.isEmpty()) {
            words.add(folds ? withoutUmlauts(word.toString()) : word.toString());
            word.setLength(0);
        }
    }

    private static String withoutUmlauts(String word) {
        return UE.matcher(word.replace("ß", "ss").replace("ae", "a").replace("oe", "o"))
                .replaceAll("u");
    }

    private static boolean isOfWord(int each) {
        return Character.isLetterOrDigit(each) || isMark(each);
    }

    private static boolean isBetween(int each) {
        return !isOfWord(each) && each != '\'' && each != '\u2019';
    }

    private static boolean isMark(int each) {
        int type = Character.getType(each);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isAccent(int each) {
        return each >= 0x300 && each <= 0x36F;
    }
}
