// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import java.time.Instant;
import java.util.UUID;

/**
 * What happened, as a CloudEvents 1.0 envelope round a typed record. The envelope holds ids only.
 *
 * @param id a UUIDv7; a repeated delivery has the same
 * @param source {@code urn:portalblocks:BLOCK}
 * @param type the name of its {@link dev.portalblocks.core.model.EventType}
 * @param time when, in UTC with microseconds
 * @param subject what it happened to
 * @param tenant whose portal
 * @param lane the order it belongs to: the customer, else the object
 * @param sequence 1, 2, 3 … within its lane, in commit order, without gaps
 * @param data what happened in detail; {@link UntypedData} where the record of its type is not at hand
 * @param <D> the record of this type
 */
@JsonPropertyOrder({"specversion", "id", "source", "type", "time", "subject", "tenant", "lane", "sequence", "data"})
@JsonIgnoreProperties(value = "specversion", allowGetters = true)
public record PortalEvent<D extends Record>(
        UUID id,
        String source,
        String type,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant time,
        ObjectRef subject,
        TenantId tenant,
        ObjectRef lane,
        long sequence,
        D data) {

    /** Returns the version of CloudEvents. */
    @JsonProperty("specversion")
    public String specversion() {
        return "1.0";
    }

    /** Returns this event at its place in the lane. */
    public PortalEvent<D> at(long place) {
        return new PortalEvent<>(id, source, type, time, subject, tenant, lane, place, data);
    }
}
