// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.mandate;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.EventType;

/**
 * Somebody may act for a customer from now on, or from the mandate's beginning on.
 *
 * @param mandate which mandate
 * @param holder who may act
 * @param principal for whom
 * @param version its version since
 */
public record MandateGranted(MandateId mandate, CustomerId holder, CustomerId principal, long version) {
    /** The type of this event. */
    public static final EventType<MandateGranted> TYPE =
            new EventType<>("portalblocks.mandates.mandate-granted.v1", MandateGranted.class);
}
