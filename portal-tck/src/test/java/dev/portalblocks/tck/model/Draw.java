// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a step is drawn from.
 *
 * @param dice what decides
 * @param models the model of somebody's tenant
 */
record Draw(Dice dice, Function<Who, Model> models) {
    private static final List<List<Function<Draw, Step>>> AREAS = List.of(
            ProfileSteps.ALL,
            MandateSteps.ALL,
            InboxSteps.ALL,
            InboxSteps.ALL,
            DeskSteps.ALL,
            DeskSteps.ALL,
            VaultSteps.ALL,
            FolderSteps.ALL,
            KnowledgeSteps.ALL,
            ReaderSteps.ALL,
            FaqSteps.ALL,
            FaqOutlineSteps.ALL);
    private static final int REDRAWS = 8;

    /** How many operations there are steps for. */
    static final int OPERATIONS = 81;

    /** Returns what a program is mostly about: with everything at once it would hardly begin anything. */
    static List<Integer> focus(SplittableRandom random) {
        int first = random.nextInt(AREAS.size());
        return List.of(first, first, (first + 1) % AREAS.size(), random.nextInt(AREAS.size()));
    }

    /** Returns a step of any operation of any block, mostly of these areas, and seldom with what is not there. */
    Step step(List<Integer> focus) {
        Step step = any(focus);
        for (int i = 0; i < REDRAWS && step.text().contains("?") && dice.chance(93); i++) {
            step = any(focus);
        }
        return step;
    }

    private Step any(List<Integer> focus) {
        List<Function<Draw, Step>> area = AREAS.get(dice.chance(80) ? dice.pick(focus) : dice.upTo(AREAS.size()) - 1);
        return dice.pick(area).apply(this);
    }

    Model model(Who who) {
        return models.apply(who);
    }

    /** Returns two names that belong together, mostly, or the others. */
    String[] pair(List<String> there, String otherwise) {
        return (there.isEmpty() || dice.chance(20) ? otherwise : dice.pick(there)).split(" ");
    }

    String word() {
        return dice.of("Hagel", "Sturm", "Beitrag", "Äpfel & 'Öl'", "zwei\nZeilen", "😀 {json}");
    }

    /** Returns what an FAQ entry or an article says. */
    Content content() {
        String language = dice.of("de", "de", "en", "fr");
        Map<String, String> texts = new TreeMap<>(Map.of(language, "T" + dice.upTo(3)));
        if (dice.chance(40)) {
            texts.put(dice.of("de", "en"), "U" + dice.upTo(3));
        }
        Set<String> audiences = dice.of(
                Set.of("public"),
                Set.of("public"),
                Set.of("signed-in"),
                Set.of("role:editor"),
                Set.of("role:editor", "role:service"));
        return new Content(language, texts, audiences, Set.of(), List.of());
    }
}
