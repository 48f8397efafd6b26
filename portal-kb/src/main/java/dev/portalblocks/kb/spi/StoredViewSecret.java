// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.spi;

import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.TenantId;
import java.time.LocalDate;

/**
 * What a day's keys of readers are made with.
 *
 * @param tenant whose portal
 * @param day a day of the tenant's calendar
 * @param secret random characters, at most 100
 */
public record StoredViewSecret(
        TenantId tenant,

        @NotPersonal("shared by all who read on it") LocalDate day,

        @NotPersonal("random, and dropped after the day") String secret) {}
