// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import java.util.List;
import java.util.Locale;

/** Quarters of what turns measured. */
final class Quartiles {
    private Quartiles() {}

    /** Returns the value below which so many quarters lie; 2 is the median. */
    static double at(List<Double> values, int quarter) {
        return values.stream().sorted().toList().get(values.size() * quarter / 4);
    }

    /** Returns a value with two decimals. */
    static String rounded(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
