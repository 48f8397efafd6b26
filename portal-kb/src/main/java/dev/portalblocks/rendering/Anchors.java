// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives the headings of one text their anchors: {@code Was kostet das?} is {@code was-kostet-das}. Letters of other scripts stay,
 * umlauts are written out. For one use.
 *
 * <p>Other sections may come, go and move: an anchor doesn't depend on where its heading stands among equal ones. Each of
 * several headings that say the same is named with those above it, as many as tell it from the others: {@code strom-kosten},
 * {@code gas-kosten}. Only those that nothing tells apart are counted. An anchor that the author chose comes before all.
 *
 * <p>A heading also answers to its {@linkplain Given#others() other names}, its own and that with the heading above it, where no
 * other heading has them: so a link still leads there after a second heading has come to say the same, or has gone.
 */
final class Anchors {
    /** What a heading without letters and digits is called. */
    private static final String NAMELESS = "abschnitt";

    private static final int LEVELS = 6;

    private final List<Asked> headings;
    private final int[] above;
    private final String[] names;
    private final String[] anchors;
    private final Set<String> given = new HashSet<>();
    /** The number that each name goes on with, so that many equal headings take linear time. */
    private final Map<String, Integer> next = new HashMap<>();

    private Anchors(List<Asked> headings) {
        this.headings = headings;
        above = new int[headings.size()];
        names = new String[headings.size()];
        anchors = new String[headings.size()];
    }

    /**
     * A heading.
     *
     * @param text what it says
     * @param level from 1 to 6
     * @param chosen the anchor that its author chose; empty for none
     */
    record Asked(String text, int level, String chosen) {}

    /**
     * What a heading is called.
     *
     * @param anchor what a link to it ends with; no two of one text are equal
     * @param others names that lead there too, two at most; no two of one text are equal
     */
    record Given(String anchor, List<String> others) {}

    /** Returns the anchors of all headings of a text, in their order. */
    static List<Given> of(List<Asked> headings) {
        Anchors anchors = new Anchors(headings);
        anchors.name();
        anchors.giveChosen();
        anchors.giveUnique();
        anchors.giveCounted();
        return anchors.all();
    }

    private void name() {
        int[] open = new int[LEVELS + 1];
        Arrays.fill(open, -1);
        for (int i = 0; i < names.length; i++) {
            Asked heading = headings.get(i);
            names[i] = Slug.of(heading.text(), NAMELESS);
            above[i] = Arrays.stream(open, 1, heading.level()).max().orElse(-1);
            open[heading.level()] = i;
            Arrays.fill(open, heading.level() + 1, open.length, -1);
        }
    }

    private void giveChosen() {
        for (int i = 0; i < names.length; i++) {
            String chosen = headings.get(i).chosen();
            if (!chosen.isEmpty() && given.add(chosen)) {
                anchors[i] = chosen;
            }
        }
    }

    /** Gives what one heading alone is called: first by its own name, then with one more of those above it each time. */
    private void giveUnique() {
        String[] called = names.clone();
        for (int more = 0; more < LEVELS; more++) {
            Map<String, Integer> count = new HashMap<>();
            for (String name : called) {
                count.merge(name, 1, Integer::sum);
            }
            for (int i = 0; i < called.length; i++) {
                if (anchors[i] == null && count.getOrDefault(called[i], 0) == 1 && given.add(called[i])) {
                    anchors[i] = called[i];
                }
            }
            for (int i = 0; i < called.length; i++) {
                called[i] = qualified(i, more + 1);
            }
        }
    }

    private void giveCounted() {
        for (int i = 0; i < names.length; i++) {
            if (anchors[i] == null) {
                String name = qualified(i, LEVELS);
                int number = next.getOrDefault(name, 1);
                while (!given.add(number == 1 ? name : name + "-" + number)) {
                    number++;
                }
                anchors[i] = number == 1 ? name : name + "-" + number;
                next.put(name, number + 1);
            }
        }
    }

    private List<Given> all() {
        List<Given> all = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            List<String> others = new ArrayList<>();
            for (String other : List.of(names[i], qualified(i, 1))) {
                if (given.add(other)) {
                    others.add(other);
                }
            }
            all.add(new Given(anchors[i], List.copyOf(others)));
        }
        return all;
    }

    /** Returns the name with so many of those above it, or with all where there are fewer. */
    private String qualified(int heading, int more) {
        StringBuilder name = new StringBuilder(names[heading]);
        int up = above[heading];
        for (int i = 0; i < more && up >= 0; i++) {
            String chosen = headings.get(up).chosen();
            name.insert(0, (chosen.isEmpty() ? names[up] : chosen) + "-");
            up = above[up];
        }
        return name.toString();
    }
}
