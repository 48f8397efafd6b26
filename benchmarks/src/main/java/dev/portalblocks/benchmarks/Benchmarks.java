// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import dev.portalblocks.benchmarks.search.ChosenWeights;
import dev.portalblocks.benchmarks.search.Relevance;
import dev.portalblocks.benchmarks.search.speed.SearchSpeed;
import java.util.Arrays;

/** Runs a measurement by its name; see the README beside it. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Takes the name and what belongs to it. */
    public static void main(String[] args) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        String[] options = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (name) {
            case "start" -> StartTime.run(options);
            case "flat" -> Flatness.run(options);
            case "heap" -> HeapGrowth.run(options);
            case "pairs" -> Pairs.run(options);
            case "relevance" -> Relevance.run(options);
            case "weights" -> ChosenWeights.run(options);
            case "search" -> SearchSpeed.run(options);
            case "render" -> RenderSpeed.run(options);
            case "checkpoint" -> CheckpointCost.run(options);
            default -> Comparison.main(args);
        }
    }

    /** Returns an option by its place. */
    static String option(String[] options, int place, String otherwise) {
        return options.length > place ? options[place] : otherwise;
    }
}
