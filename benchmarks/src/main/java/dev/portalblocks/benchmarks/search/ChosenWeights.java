// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks.search;

import dev.portalblocks.search.lucene.WeighedIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How much of a figure is owed to weights that were chosen on the same questions: of three sets or more each is left out once,
 * weights are chosen on the others, and what they reach on the one left out is reported. They are chosen one after the other:
 * each is made smaller and larger, and kept where the mean of P@1, MRR@10 and R@10 over the sets grows by more than chance.
 */
public final class ChosenWeights {
    private static final List<Float> FACTORS = List.of(0.7f, 1.4f);
    private static final int ROUNDS = 3;
    private static final double MORE_THAN_CHANCE = 0.0003;

    private final List<Named> sets;
    private final Map<List<Float>, List<RankFigures>> measured = new HashMap<>();

    private ChosenWeights(List<Named> sets) {
        this.sets = sets;
    }

    private record Named(String name, QuestionSet set) {}

    /** Options: {@code --sets DIR,DIR,DIR}. */
    public static void run(String[] options) throws IOException {
        if (options.length != 2 || !options[0].equals("--sets")) {
            System.err.println("weights --sets DIR,DIR,DIR");
            System.exit(2);
        }
        List<Named> sets = new ArrayList<>();
        for (String folder : options[1].split(",", -1)) {
            Path path = Path.of(folder);
            sets.add(new Named(path.getFileName().toString(), QuestionSet.in(path, "queries.jsonl", "")));
        }
        new ChosenWeights(List.copyOf(sets)).measure();
    }

    private void measure() {
        say("the weights in use", WeighedIndex.chosen());
        List<String> objects = new ArrayList<>();
        for (Named left : sets) {
            List<Named> others = new ArrayList<>(sets);
            others.remove(left);
            List<Float> chosen = chosenOn(others);
            say("chosen without " + left.name(), chosen);
            objects.add("\"" + left.name() + "\":"
                    + figures(chosen).get(sets.indexOf(left)).json());
        }
        System.out.println("{" + String.join(",", objects) + "}");
    }

    private void say(String what, List<Float> weights) {
        System.out.println(what);
        for (int i = 0; i < weights.size(); i++) {
            System.out.printf(Locale.ROOT, "  %s %.3f", WeighedIndex.NAMES.get(i), weights.get(i));
        }
        System.out.println();
        for (int i = 0; i < sets.size(); i++) {
            System.out.printf(
                    "  %-20s %s%n", sets.get(i).name(), figures(weights).get(i));
        }
    }

    private List<Float> chosenOn(List<Named> some) {
        List<Float> best = WeighedIndex.chosen();
        double most = score(best, some);
        boolean isBetter = true;
        for (int round = 0; round < ROUNDS && isBetter; round++) {
            isBetter = false;
            for (int i = 0; i < best.size(); i++) {
                for (float factor : FACTORS) {
                    List<Float> other = new ArrayList<>(best);
                    other.set(i, Math.round(best.get(i) * factor * 1000) / 1000f);
                    double reached = score(other, some);
                    if (reached > most + MORE_THAN_CHANCE) {
                        best = other;
                        most = reached;
                        isBetter = true;
                    }
                }
            }
        }
        return List.copyOf(best);
    }

    private double score(List<Float> weights, List<Named> some) {
        return some.stream()
                .map(named -> figures(weights).get(sets.indexOf(named)))
                .mapToDouble(of -> (of.precisionAtOne() + of.reciprocalRank() + of.recall()) / 3)
                .average()
                .orElseThrow();
    }

    private List<RankFigures> figures(List<Float> weights) {
        List<RankFigures> known = measured.get(weights);
        if (known == null) {
            known = new ArrayList<>();
            for (Named named : sets) {
                RankFigures figures = new RankFigures();
                AskedSet.ask(named.set(), WeighedIndex.of(weights), figures::add);
                known.add(figures);
            }
            measured.put(List.copyOf(weights), known);
        }
        return known;
    }
}
