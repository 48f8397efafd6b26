// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A reader's text: what stands in quotation marks, what is excluded by a minus, and the rest. Any text can be read; signs that
 * make no sense as such are none.
 *
 * <p>A quotation begins with a mark in front of a word, behind a space or an opening bracket, and ends with the next mark of
 * its kind, if no letter or digit follows; a mark without its other is none. A minus excludes what follows it up to the next
 * space, or the quotation behind it, where it stands at the beginning or behind a space, and a letter or a quotation follows: a
 * dash between spaces, a hyphen within a word, a negative number and a list's bullet at the beginning of a further line are
 * none.
 *
 * @param text all of it
 * @param quotations what is quoted, in order
 * @param exclusions what is excluded, in order
 */
record AskedText(String text, List<Span> quotations, List<Span> exclusions) {
    /** How many quotations count; further ones are read as if they had no marks. */
    static final int MAX_QUOTATIONS = 4;
    /** How many exclusions count; what further ones exclude is neither searched for nor excluded. */
    static final int MAX_EXCLUSIONS = 8;

    /** From so many other words on a text round a quotation is a sentence, … */
    private static final int SENTENCE_AROUND_QUOTATION = 2;
    /** … and from so many on one that excludes something, as few words with a minus are meant to be a search. */
    private static final int SENTENCE_AROUND_EXCLUSION = 4;

    /** Marks that go together: people's keyboards mix them. */
    private static final List<String> MARKS = List.of("\"\u201C\u201D\u201E\u201F\uFF02", "\u00BB\u00AB");

    private static final String OPENING_BRACKETS = "([{";
    private static final char MINUS = '-';

    /**
     * A part of the text.
     *
     * @param from where it begins with its signs
     * @param start where it begins without them
     * @param end behind its last character
     * @param to behind its last sign
     */
    record Span(int from, int start, int end, int to) {
        String in(String text) {
            return text.substring(start, end);
        }

        boolean covers(int index) {
            return from <= index && index < to;
        }
    }

    /** Reads a text in which no sign means anything. */
    static AskedText plain(String text) {
        return new AskedText(text, List.of(), List.of());
    }

    /** Reads a text. */
    static AskedText of(String text) {
        List<Span> quotations = new ArrayList<>();
        List<Span> exclusions = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            Span quotation = quotationAt(text, at);
            Span exclusion = quotation == null ? exclusionAt(text, at) : null;
            if (quotation != null && quotations.size() < MAX_QUOTATIONS) {
                quotations.add(quotation);
            }
            if (exclusion != null) {
                exclusions.add(exclusion);
            }
            Span found = quotation == null ? exclusion : quotation;
            at = found == null ? at + 1 : found.to();
        }
        return new AskedText(text, List.copyOf(quotations), List.copyOf(exclusions));
    }

    /** Returns the text in which everything that is excluded is blank; what is left stands where it stood. */
    String searched() {
        StringBuilder rest = new StringBuilder(text);
        for (Span excluded : exclusions) {
            for (int i = excluded.from(); i < excluded.to(); i++) {
                rest.setCharAt(i, ' ');
            }
        }
        return rest.toString();
    }

    /** Returns the text in which everything that is excluded or quoted is blank. */
    String unquoted() {
        StringBuilder rest = new StringBuilder(searched());
        for (Span quoted : quotations) {
            for (int i = quoted.from(); i < quoted.to(); i++) {
                rest.setCharAt(i, ' ');
            }
        }
        return rest.toString();
    }

    /** Returns the text without its signs, so that nothing is demanded. */
    String withoutSigns() {
        StringBuilder rest = new StringBuilder();
        int done = 0;
        for (Span span : spans()) {
            rest.append(text, done, span.from()).append(span.in(text));
            done = span.to();
        }
        return rest.append(text, done, text.length()).toString();
    }

    /** Returns whether its signs stand within a sentence: people use them there as they do when they write to each other. */
    boolean isSentenceWithSigns() {
        if (spans().isEmpty()) {
            return false;
        }
        StringBuilder rest = new StringBuilder(text);
        for (Span span : spans()) {
            for (int i = span.from(); i < span.to(); i++) {
                rest.setCharAt(i, ' ');
            }
        }
        long others = Stream.of(rest.toString().split("\\s+", -1))
                .filter(word -> word.chars().anyMatch(Character::isLetter))
                .count();
        return others >= (exclusions.isEmpty() ? SENTENCE_AROUND_QUOTATION : SENTENCE_AROUND_EXCLUSION);
    }

    private List<Span> spans() {
        return Stream.concat(quotations.stream(), exclusions.stream())
                .sorted(Comparator.comparing(Span::from))
                .toList();
    }

    /** Returns whether a character is within a quotation. */
    boolean isQuoted(int index) {
        return quotations.stream().anyMatch(quotation -> quotation.covers(index));
    }

    /** Returns what is excluded as far as it counts. */
    List<String> excluded() {
        return exclusions.stream()
                .limit(MAX_EXCLUSIONS)
                .map(excluded -> excluded.in(text))
                .toList();
    }

    private static @Nullable Span quotationAt(String text, int at) {
        boolean mayOpen = at == 0 || isSpace(text.charAt(at - 1)) || OPENING_BRACKETS.indexOf(text.charAt(at - 1)) >= 0;
        return mayOpen ? quotation(text, at) : null;
    }

    /** Returns the quotation whose first mark stands here; null where there is none. */
    private static @Nullable Span quotation(String text, int at) {
        String kind = kindOf(text.charAt(at));
        if (kind.isEmpty() || at + 1 == text.length() || isSpace(text.charAt(at + 1))) {
            return null;
        }
        int end = at + 1;
        while (end < text.length() && kind.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        boolean isClosed = end < text.length() && end > at + 1;
        boolean goesOn = end + 1 < text.length() && Character.isLetterOrDigit(text.charAt(end + 1));
        return isClosed && !goesOn ? new Span(at, at + 1, end, end + 1) : null;
    }

    private static @Nullable Span exclusionAt(String text, int at) {
        boolean isFree = at == 0 || (isSpace(text.charAt(at - 1)) && !isLineBreak(text.charAt(at - 1)));
        if (text.charAt(at) != MINUS || !isFree || at + 1 == text.length()) {
            return null;
        }
        Span quoted = quotation(text, at + 1);
        if (quoted != null) {
            return new Span(at, quoted.start(), quoted.end(), quoted.to());
        }
        int end = at + 1;
        while (end < text.length() && !isSpace(text.charAt(end))) {
            end++;
        }
        return Character.isLetter(text.codePointAt(at + 1)) ? new Span(at, at + 1, end, end) : null;
    }

    private static String kindOf(char mark) {
        for (String kind : MARKS) {
            if (kind.indexOf(mark) >= 0) {
                return kind;
            }
        }
        return "";
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }
}
