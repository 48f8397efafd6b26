// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import java.util.Set;
import java.util.TreeSet;

/** Which answers the programs got: a model test that is only ever refused proves little. */
final class Tally {
    private final Set<String> answered = new TreeSet<>();
    private final Set<String> refusals = new TreeSet<>();
    private int answers;
    private int refused;

    void count(String operation, String answer) {
        if (answer.startsWith("! ")) {
            refusals.add(answer.substring(2));
            refused++;
        } else {
            answered.add(operation);
            answers++;
        }
    }

    /** Returns the operations that were carried out. */
    Set<String> answered() {
        return answered;
    }

    @Override
    public String toString() {
        return answered.size() + " operations answered " + answers + " times, refused " + refused + " times with "
                + refusals.size() + " codes";
    }
}
