// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.spi;

import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.faq.model.FaqSectionId;

/**
 * Where an entry stands.
 *
 * @param section in which section
 * @param position the smaller comes first; of equal ones the smaller text of the entry's id
 */
public record FaqPlace(
        FaqSectionId section,
        @NotPersonal("a place in an order") int position) {}
