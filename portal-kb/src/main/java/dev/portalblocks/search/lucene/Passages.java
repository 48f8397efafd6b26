// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.model.Snippet;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Picks the sentences of a text that say most about what was asked. */
final class Passages {
    /** A passage holds whole sentences up to this many characters, or a part of a longer sentence. */
    static final int MAX_LENGTH = 300;

    /** What is shown before the first match where a sentence has to be cut. */
    private static final int LEAD = 80;
    /** What a repeated word counts against its first occurrence. */
    private static final float REPEATED = 0.1f;

    private final String text;
    private final List<Marker.Found> places;

    private Passages(String text, List<Marker.Found> places) {
        this.text = text;
        this.places = places;
    }

    /**
     * A part of the text.
     *
     * @param snippet what it says
     * @param from where in the text its first match stands, or where it begins if it has none
     */
    record Passage(Snippet snippet, int from) {
        /** Returns whether something in it matches. */
        boolean matches() {
            return !snippet.matches().isEmpty();
        }
    }

    private record Span(int start, int end) {
        int length() {
            return end - start;
        }
    }

    /** Returns the best passage, or the beginning where nothing matches. */
    static Passage best(String text, List<Marker.Found> places, Locale locale) {
        Passages passages = new Passages(text, places);
        Span best = passages.bestOf(passages.sentences(locale));
        Span shown = best.length() > MAX_LENGTH ? passages.cut(best) : best;
        return passages.passage(passages.stripped(shown));
    }

    private Span bestOf(List<Span> sentences) {
        Span best = new Span(0, 0);
        float bestScore = -1;
        for (int first = 0; first < sentences.size(); first++) {
            Span passage = passageFrom(first, sentences);
            float score = score(passage);
            if (score > bestScore) {
                best = passage;
                bestScore = score;
            }
        }
        return best;
    }

    private static Span passageFrom(int first, List<Span> sentences) {
        int start = sentences.get(first).start();
        int end = sentences.get(first).end();
        for (int i = first + 1; i < sentences.size() && sentences.get(i).end() - start <= MAX_LENGTH; i++) {
            end = sentences.get(i).end();
        }
        return new Span(start, end);
    }

    private float score(Span passage) {
        Set<String> seen = new HashSet<>();
        float score = 0;
        for (Marker.Found found : placesIn(passage)) {
            score += found.weight() * (seen.add(found.stem()) ? 1 : REPEATED);
        }
        return score;
    }

    private List<Marker.Found> placesIn(Span span) {
        return places.subList(firstFrom(span.start()), firstFrom(span.end())).stream()
                .filter(found -> found.end() <= span.end())
                .toList();
    }

    /** Returns the index of the first place that begins at a character or behind it; places stand in order. */
    private int firstFrom(int character) {
        int low = 0;
        int high = places.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places.get(middle).start() < character) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the sentences up to the last match; a line ends a sentence. */
    private List<Span> sentences(Locale locale) {
        int last = places.isEmpty() ? 0 : places.get(places.size() - 1).end();
        int enough = Math.min(text.length(), last + 2 * MAX_LENGTH);
        BreakIterator breaks = BreakIterator.getSentenceInstance(locale);
        List<Span> sentences = new ArrayList<>();
        int line = 0;
        while (line < enough) {
            int newline = text.indexOf('\n', line);
            int end = newline < 0 || newline >= enough ? enough : newline + 1;
            breaks.setText(text.substring(line, end));
            int start = breaks.first();
            for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
                sentences.add(new Span(line + start, line + next));
                start = next;
            }
            line = end;
        }
        return sentences;
    }

    private Span cut(Span sentence) {
        Span best = new Span(sentence.start(), wordEnd(sentence.start(), sentence.end()));
        float bestScore = score(best);
        for (Marker.Found found : placesIn(sentence)) {
            int start = wordStart(Math.max(sentence.start(), found.start() - LEAD), found.start(), sentence.start());
            Span window = new Span(start, wordEnd(start, sentence.end()));
            float score = score(window);
            if (score > bestScore) {
                best = window;
                bestScore = score;
            }
        }
        return best;
    }

    /** Returns where the next word begins, at {@code latest} or before. */
    private int wordStart(int from, int latest, int first) {
        for (int i = from; i > first && i < latest; i++) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return from == first ? from : latest;
    }

    /** Returns where the last word ends that fits behind {@code start}; in the middle of a word that is too long. */
    private int wordEnd(int start, int last) {
        int end = Math.min(last, start + MAX_LENGTH);
        for (int i = end; end < last && i > start; i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return end;
    }

    private Span stripped(Span span) {
        int start = span.start();
        int end = span.end();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(whole(start), Math.max(whole(start), whole(end)));
    }

    /** Returns the index, or the one before where it is inside a surrogate pair. */
    private int whole(int index) {
        boolean inside = index > 0
                && index < text.length()
                && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
        return inside ? index - 1 : index;
    }

    private Passage passage(Span span) {
        List<Marker.Found> found = placesIn(span);
        List<Snippet.Match> matches = found.stream()
                .map(place -> new Snippet.Match(place.start() - span.start(), place.end() - span.start()))
                .toList();
        Snippet snippet = new Snippet(text.substring(span.start(), span.end()), matches);
        return new Passage(
                snippet, found.isEmpty() ? span.start() : found.get(0).start());
    }
}
