// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.search.lucene.QueryWords.Form;
import dev.portalblocks.search.lucene.QueryWords.QueryWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;

/**
 * What a message is about, as one language takes it: its words without greeting, farewell and grammar, and how much each of them
 * tells. A word tells the more the fewer of the texts that the reader may see have it; one that none has tells most, and speaks
 * against every text.
 */
final class Topics {
    /** How many words of a message are read. */
    private static final int MAX_READ = 4_000;
    /** How many different topics are looked for; of the others it counts that they are there. */
    private static final int MAX_TOPICS = QueryWords.MAX_WORDS;
    /** What a part of a compound tells beside the whole. */
    private static final float PART = 0.5f;
    /** What is told by another word that everyday language means by it. */
    private static final float MEANING = 0.8f;

    private final QueryWords words;
    private final List<Double> information;
    private final int others;
    private final Map<String, Map<Integer, Float>> byStem = new HashMap<>();

    private Topics(QueryWords words, List<Double> information, int others) {
        this.words = words;
        this.information = information;
        this.others = others;
        for (int i = 0; i < words.words().size(); i++) {
            QueryWord word = words.words().get(i);
            for (Form form : word.forms()) {
                add(form.stem(), i, form.share());
                for (String part : form.parts()) {
                    add(part, i, PART * form.share());
                }
            }
            for (String meaning : word.meanings()) {
                add(meaning, i, MEANING);
            }
        }
    }

    private void add(String stem, int word, float share) {
        byStem.computeIfAbsent(stem, unknown -> new HashMap<>()).merge(word, share, Math::max);
    }

    /** Reads a message for a reader of these texts; what is mistyped is put right where the language is one that was asked for. */
    static Topics of(
            String text, TextAnalysis analysis, Set<TextAnalysis> asked, IndexReader reader, VisibleTexts texts)
            throws IOException {
        Information information = new Information(analysis.name(), texts);
        List<String> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String said = Letter.withoutFarewell(text);
        for (TextAnalysis.Word word : analysis.words(said, MAX_READ)) {
            if (analysis.isTopic(word) && seen.add(word.stem())) {
                (information.knows(word.stem()) ? known : unknown).add(said.substring(word.start(), word.end()));
            }
        }
        List<String> topics = new ArrayList<>(known);
        topics.addAll(unknown);
        List<String> chosen = topics.subList(0, Math.min(MAX_TOPICS, topics.size()));
        AskedWords words = new AskedWords(
                AskedText.plain(String.join(" ", chosen)),
                false,
                reader,
                texts,
                language -> EditorsWords.of(language, List.of()));
        if (asked.contains(analysis)) {
            words.correct(asked);
        }
        QueryWords looked = words.in(analysis);
        List<Double> told = new ArrayList<>();
        for (QueryWord word : looked.words()) {
            told.add(information.of(word));
        }
        return new Topics(looked, List.copyOf(told), topics.size() - chosen.size());
    }

    /** Returns whether the message is about nothing that can be looked for. */
    boolean isEmpty() {
        return words.words().isEmpty();
    }

    /** Returns what is looked for. */
    QueryWords words() {
        return words;
    }

    /** Returns what a word of a text tells of this message, when it was found by a marker. */
    float toldBy(Marker.Found found) {
        double told = 0;
        for (Map.Entry<Integer, Float> word :
                byStem.getOrDefault(found.stem(), Map.of()).entrySet()) {
            told += word.getValue() * information.get(word.getKey());
        }
        return (float) told;
    }

    /** Returns how many topics there are. */
    int count() {
        return words.words().size() + others;
    }

    /** Returns how much of the message these words of a text tell: of each topic the most that one of them tells. */
    double toldBy(Collection<Marker.Found> found) {
        Map<Integer, Float> best = new HashMap<>();
        for (String stem : found.stream().map(Marker.Found::stem).collect(Collectors.toSet())) {
            byStem.getOrDefault(stem, Map.of()).forEach((word, share) -> best.merge(word, share, Math::max));
        }
        double told = 0;
        for (int i = 0; i < information.size(); i++) {
            told += information.get(i) * best.getOrDefault(i, 0f);
        }
        return told;
    }
}
