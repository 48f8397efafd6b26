// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.mandate;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.EventType;

/**
 * A mandate was taken back: it has no effect any more.
 *
 * @param mandate which mandate
 * @param holder who could act
 * @param principal for whom
 * @param version its version since
 */
public record MandateRevoked(MandateId mandate, CustomerId holder, CustomerId principal, long version) {
    /** The type of this event. */
    public static final EventType<MandateRevoked> TYPE =
            new EventType<>("portalblocks.mandates.mandate-revoked.v1", MandateRevoked.class);
}
