// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks.search.speed;

import dev.portalblocks.benchmarks.search.speed.Figures.Limit;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.search.model.Facet;
import dev.portalblocks.search.model.SearchQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/** Texts of 10,000 characters, by their shapes. */
final class LongTexts {
    private static final int LENGTH = 10_000;

    private final GeneratedArticles texts;
    private final StoredArticles stored;
    private final Figures figures;

    LongTexts(GeneratedArticles texts, StoredArticles stored, Figures figures) {
        this.texts = texts;
        this.stored = stored;
        this.figures = figures;
    }

    private Map<String, IntFunction<String>> shapes() {
        Map<String, IntFunction<String>> shapes = new LinkedHashMap<>();
        shapes.put("one word", i -> letters(i, LENGTH, "abcdefghijklmnopqrstuvwxyz", 0));
        shapes.put("words of two letters", i -> letters(i, LENGTH, "abcdefghijklmnopqrstuvwxyz", 3));
        shapes.put("quotations", i -> cut("\"" + texts.text(i, LENGTH).replace(" ", "\" \"")));
        shapes.put("brackets", i -> letters(i, LENGTH, "([{<>}])", 0));
        shapes.put("digits", i -> letters(i, LENGTH, "0123456789", 7));
        shapes.put("any Unicode", LongTexts::unicode);
        shapes.put("a natural text", i -> texts.text(i, LENGTH));
        shapes.put("topics", i -> texts.topics(i, LENGTH, false));
        shapes.put("topics with slips", i -> texts.topics(i, LENGTH, true));
        shapes.put("exclusions", i -> cut("-" + texts.topics(i, LENGTH, false).replace(" ", " -")));
        return shapes;
    }

    /** Measures each shape, the slowest of a third as many texts as there are turns. */
    void measure(int turns) {
        for (Map.Entry<String, IntFunction<String>> shape : shapes().entrySet()) {
            List<Long> nanos = new ArrayList<>();
            int counted = Math.max(5, turns / 3);
            for (int i = 0; i < 2 * counted; i++) {
                SearchQuery query = SearchQuery.of(shape.getValue().apply(i)).counting(Facet.values());
                long begun = System.nanoTime();
                stored.search().find(StoredArticles.READER, query, PageRequest.first(10));
                if (i >= counted) {
                    nanos.add(System.nanoTime() - begun);
                }
            }
            figures.add("10,000 characters: " + shape.getKey(), nanos, 1, Limit.atMost(50));
        }
    }

    private static String letters(int number, int length, String alphabet, int spaceEach) {
        Random random = new Random(number);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            boolean isSpace = spaceEach > 0 && text.length() % spaceEach == spaceEach - 1;
            text.append(isSpace ? ' ' : alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static String unicode(int number) {
        Random random = new Random(number);
        StringBuilder text = new StringBuilder();
        while (text.length() < LENGTH) {
            text.append((char) random.nextInt(Character.MAX_VALUE + 1));
        }
        return text.toString();
    }

    private static String cut(String text) {
        return text.substring(0, LENGTH);
    }
}
