// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * Some days of the tenant's calendar, both included; none where the last is before the first.
 *
 * @param first the first day
 * @param last the last day
 */
public record ViewPeriod(
        @NotNull @JsonFormat(shape = JsonFormat.Shape.STRING)
        LocalDate first,

        @NotNull @JsonFormat(shape = JsonFormat.Shape.STRING)
        LocalDate last) {
    /** Returns one day. */
    public static ViewPeriod of(LocalDate day) {
        return new ViewPeriod(day, day);
    }

    /** Returns so many days, of which this is the last. */
    public static ViewPeriod upTo(LocalDate last, int days) {
        return new ViewPeriod(last.minusDays(days - 1L), last);
    }
}
