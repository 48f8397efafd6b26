// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.model.Snippet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the words of a query in a document's own text. */
final class Marker {
    /** How many words of a text are looked at. */
    private static final int MAX_WORDS = 20_000;

    private final TextAnalysis analysis;
    private final Map<String, Float> stems;
    private final Map<String, String> stemsByRoot = new HashMap<>();

    /** Finds the topics of a query; its function words only where it has no others. */
    Marker(QueryWords query) {
        analysis = query.analysis();
        Map<String, Float> all = query.stems(WordsQuery.PART, WordsQuery.MEANING);
        boolean hasTopic = query.words().stream().anyMatch(word -> word.weight() == 1);
        stems = new HashMap<>(all);
        if (hasTopic) {
            query.words().stream()
                    .filter(word -> word.weight() < 1)
                    .flatMap(word -> word.forms().stream())
                    .forEach(form -> stems.remove(form.stem()));
        }
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

    /** Returns the places of a text that match, in order, without overlap. */
    List<Found> in(String text) {
        List<Found> places = new ArrayList<>();
        int end = 0;
        for (TextAnalysis.Word word : analysis.words(text, MAX_WORDS)) {
            String stem = askedFor(word);
            if (!stem.isEmpty() && word.start() >= end) {
                places.add(new Found(word.start(), word.end(), stem, stems.getOrDefault(stem, 0f)));
                end = word.end();
            }
        }
        return places;
    }

    /** Returns a whole text with the places that match. */
    Snippet marked(String text) {
        return new Snippet(
                text,
                in(text).stream()
                        .map(found -> new Snippet.Match(found.start(), found.end()))
                        .toList());
    }

    private String askedFor(TextAnalysis.Word word) {
        if (stems.containsKey(word.stem())) {
            return word.stem();
        }
        Stream<String> roots = stemsByRoot.isEmpty() ? Stream.of() : analysis.roots(word.plain()).stream();
        boolean worthSplitting = stems.keySet().stream().anyMatch(word.plain()::contains);
        Stream<String> parts = worthSplitting ? analysis.parts(word.plain()).stream() : Stream.of();
        return Stream.concat(roots.flatMap(root -> Stream.ofNullable(stemsByRoot.get(root))), parts)
                .filter(stems::containsKey)
                .findFirst()
                .orElse("");
    }
}
