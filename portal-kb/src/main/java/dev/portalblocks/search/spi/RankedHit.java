// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.search.model.SearchHit;

/**
 * A hit and where it stands in the order of the results.
 *
 * @param hit what was found
 * @param place its place: of two hits the better one has the smaller place
 */
public record RankedHit(SearchHit hit, Keyset place) {}
