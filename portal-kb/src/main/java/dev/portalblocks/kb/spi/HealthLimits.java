// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.model.NotPersonal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an article is measured by.
 *
 * @param now what readers see at this moment or later
 * @param today whose day of review is before this one is overdue
 * @param unchangedSince who was changed before this moment was not changed for too long
 * @param helpfulPercent of a hundred votes at least
 * @param votes how many there have to be
 * @param unseenFrom who was not seen from this day on was not for too long; null where that is not looked at
 * @param unseenSince when that day begins; null with it
 */
public record HealthLimits(
        Instant now,
        @NotPersonal("a day that is asked for") LocalDate today,
        Instant unchangedSince,
        @NotPersonal("a figure") int helpfulPercent,
        @NotPersonal("a figure") int votes,
        @NotPersonal("a day that is asked for") @Nullable LocalDate unseenFrom,
        @Nullable Instant unseenSince) {}
