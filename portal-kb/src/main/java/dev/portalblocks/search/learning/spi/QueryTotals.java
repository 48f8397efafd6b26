// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.learning.spi;

import dev.portalblocks.core.model.NotPersonal;

/**
 * How many searches there were.
 *
 * @param asked all of them
 * @param frequent those whose query came often enough
 */
public record QueryTotals(
        @NotPersonal("figures") long asked,
        @NotPersonal("figures") long frequent) {}
