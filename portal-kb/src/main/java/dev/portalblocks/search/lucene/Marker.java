// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.model.Snippet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the words of a query in a document's own text. */
final class Marker {
    /** How many words of a text are looked at. */
    private static final int MAX_WORDS = 20_000;

    /** What a word counts where it stands as it was quoted: that place is worth showing. */
    private static final float QUOTED = 4;

    private final TextAnalysis analysis;
    private final List<List<String>> quotations;
    private final @Nullable Beginning beginning;
    private final Map<String, Float> stems;
    private final Map<String, String> stemsByRoot = new HashMap<>();

    /** Finds the topics of a query; its function words only where it has no others. */
    Marker(QueryWords query, WordWeights weights) {
        analysis = query.analysis();
        quotations = query.demands().quoted();
        beginning = query.beginning();
        Map<String, Float> all = query.stems(weights.part(), weights.meaning());
        boolean hasTopic = query.words().stream().anyMatch(word -> word.weight() == 1);
        stems = new HashMap<>(all);
        if (hasTopic) {
            query.words().stream()
                    .filter(word -> word.weight() < 1)
                    .flatMap(word -> word.forms().stream())
                    .forEach(form -> stems.remove(form.stem()));
        }
        Set<String> free = query.words().stream()
                .filter(word -> !word.isQuoted())
                .flatMap(word -> word.forms().stream())
                .map(QueryWords.Form::stem)
                .collect(Collectors.toSet());
        query.words().stream()
                .filter(QueryWords.QueryWord::isQuoted)
                .flatMap(word -> word.forms().stream())
                .flatMap(form -> Stream.concat(Stream.of(form.stem()), form.parts().stream()))
                .filter(stem -> !free.contains(stem))
                .forEach(stems::remove);
        query.words().stream()
                .flatMap(word -> word.forms().stream())
                .filter(form -> stems.containsKey(form.stem()))
                .forEach(form -> form.roots().forEach(root -> stemsByRoot.put(root, form.stem())));
    }

    /**
     * A word of the text that the query asks for.
     *
     * @param start index of its first character
     * @param end index behind its last
     * @param stem what was asked for
     * @param weight how much it counts
     */
    record Found(int start, int end, String stem, float weight) {}

    /** Returns where what is asked for stands in a document whose body has so many characters. */
    StandingPieces.OfDocument standing(StandingPieces pieces, int document, int bodyLength) throws IOException {
        return pieces.of(document, bodyLength, analysis.name(), stems.keySet(), stemsByRoot.keySet());
    }

    /** Returns the places of a document's body that match, in order, without overlap. */
    List<Found> inBody(String body, StandingPieces.OfDocument document) {
        return in(body, 0, document);
    }

    /** Returns those of its title. */
    List<Found> inTitle(String title, StandingPieces.OfDocument document) {
        return in(title, document.titleFrom(), document);
    }

    /** Returns a document's title with the places that match. */
    Snippet markedTitle(String title, StandingPieces.OfDocument document) {
        return new Snippet(
                title,
                inTitle(title, document).stream()
                        .map(found -> new Snippet.Match(found.start(), found.end()))
                        .toList());
    }

    /** Quotations, and what is still being typed, are looked for in the text itself. */
    private List<Found> in(String text, int begin, StandingPieces.OfDocument document) {
        return quotations.isEmpty() && beginning == null
                ? standing(text, begin, document)
                : read(text, begin, document);
    }

    private List<Found> standing(String text, int begin, StandingPieces.OfDocument document) {
        Map<Integer, StandingPieces.Piece> words = new TreeMap<>(document.parts());
        words.putAll(document.roots());
        words.putAll(document.words());
        List<Found> places = new ArrayList<>();
        for (StandingPieces.Piece word : words.values()) {
            int end = word.end() - begin;
            if (word.start() >= begin && end <= text.length()) {
                String stem =
                        document.words().containsKey(word.start()) ? word.term() : askedFor(word.start(), document);
                places.add(new Found(word.start() - begin, end, stem, stems.getOrDefault(stem, 1f)));
            }
        }
        return places;
    }

    private List<Found> read(String text, int begin, StandingPieces.OfDocument document) {
        List<Found> places = new ArrayList<>();
        int end = 0;
        List<TextAnalysis.Word> words = analysis.words(text, MAX_WORDS);
        BitSet quoted = quotedAmong(words);
        for (int i = 0; i < words.size(); i++) {
            TextAnalysis.Word word = words.get(i);
            String stem = quoted.get(i) ? word.stem() : askedFor(word, begin, document);
            if (!stem.isEmpty() && word.start() >= end) {
                float weight = quoted.get(i) ? QUOTED : stems.getOrDefault(stem, 1f);
                places.add(new Found(word.start(), word.end(), stem, weight));
                end = word.end();
            }
        }
        return places;
    }

    /** Returns which words stand as they were quoted. */
    private BitSet quotedAmong(List<TextAnalysis.Word> words) {
        BitSet all = new BitSet();
        for (List<String> quotation : quotations) {
            for (int i = 0; i + quotation.size() <= words.size(); i++) {
                if (stands(quotation, words, i)) {
                    all.set(i, i + quotation.size());
                }
            }
        }
        return all;
    }

    private static boolean stands(List<String> quotation, List<TextAnalysis.Word> words, int at) {
        for (int i = 0; i < quotation.size(); i++) {
            if (!quotation.get(i).equals(words.get(at + i).stem())) {
                return false;
            }
        }
        return true;
    }

    private String askedFor(TextAnalysis.Word word, int begin, StandingPieces.OfDocument document) {
        boolean isItself = stems.containsKey(word.stem()) || (beginning != null && isBegun(word, beginning));
        return isItself ? word.stem() : askedFor(begin + word.start(), document);
    }

    /** Returns what is asked for of a word that begins here, by its root or a part of it; nothing where it has none. */
    private String askedFor(int start, StandingPieces.OfDocument document) {
        StandingPieces.Piece root = document.roots().get(start);
        if (root != null) {
            return stemsByRoot.getOrDefault(root.term(), "");
        }
        StandingPieces.Piece part = document.parts().get(start);
        return part == null ? "" : part.term();
    }

    private boolean isBegun(TextAnalysis.Word word, Beginning typed) {
        return typed.isOf(word.plain())
                || (typed.letters().stream().anyMatch(word.plain()::contains)
                        && analysis.innerWords(word.plain()).stream().anyMatch(typed::isOf));
    }
}
