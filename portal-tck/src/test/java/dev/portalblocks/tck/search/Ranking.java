// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.search.spi.IndexQuery;
import dev.portalblocks.tck.search.Likeness.Ability;
import dev.portalblocks.tck.search.SmallEngine.Text;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How {@link SmallEngine} weighs texts: rare words count more, and those of the title twice. */
final class Ranking {
    private final Likeness likeness;
    private final List<String> asked;
    private final boolean typing;

    Ranking(Likeness likeness, IndexQuery query) {
        this.likeness = likeness;
        asked = Likeness.words(query.text());
        typing = query.typing() && likeness.can(Ability.TYPING);
    }

    /** Returns each text's score, by how rare the words are among those that are counted, of which the texts are some. */
    Map<Text, Double> of(List<Text> texts, List<Text> counted) {
        Map<Text, Double> scores = new LinkedHashMap<>();
        texts.forEach(text -> scores.put(text, 0.0));
        for (int i = 0; i < asked.size(); i++) {
            String word = asked.get(i);
            boolean begins = typing && i == asked.size() - 1;
            Map<Text, Double> weights = new HashMap<>();
            long having = counted.stream()
                    .filter(text -> weights.computeIfAbsent(text, any -> weight(word, any, begins)) > 0)
                    .count();
            double rare = Math.pow(Math.log(1 + counted.size() / (having + 0.5)), 2);
            scores.replaceAll((text, score) -> score + rare * weights.getOrDefault(text, 0.0));
        }
        return scores;
    }

    private double weight(String word, Text text, boolean begins) {
        double title = best(word, text.title);
        double begun = begins && text.title.stream().anyMatch(other -> other.startsWith(word)) ? 1 : 0;
        return 2 * Math.max(title, begun) + best(word, text.body);
    }

    private double best(String word, Collection<String> words) {
        return words.stream()
                .mapToDouble(other -> likeness.of(word, other))
                .max()
                .orElse(0);
    }
}
