// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as a store keeps it: the envelope of a {@link PortalEvent}, and its data as text. A store needs to know no type.
 *
 * @param id a UUIDv7
 * @param source {@code urn:portalblocks:BLOCK}
 * @param type the name of its type
 * @param time when, in UTC with microseconds
 * @param subject what it happened to
 * @param tenant whose portal
 * @param lane the order it belongs to
 * @param sequence its number in its lane
 * @param isWithdrawal whether it takes something from readers, see {@link dev.portalblocks.core.model.EventType}
 * @param data the typed record as a JSON object; it comes back character by character
 */
public record RecordedEvent(
        UUID id,
        String source,
        String type,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant time,
        ObjectRef subject,
        TenantId tenant,
        ObjectRef lane,
        long sequence,
        boolean isWithdrawal,
        String data) {}
