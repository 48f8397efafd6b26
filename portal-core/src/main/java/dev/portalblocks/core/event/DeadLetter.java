// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.ObjectRef;
import java.time.Instant;
import java.util.UUID;

/**
 * An event that a subscriber refused too often. It stops its lane, and no other, until somebody decides.
 *
 * @param subscription the subscriber's name
 * @param lane the lane that stands still
 * @param sequence the number of the event in its lane
 * @param head the number of the last event that is known of: how many wait behind it
 * @param attempts how often it was refused
 * @param since when it was refused for the last time
 * @param event the event's id
 * @param type the event's type
 * @param failure what the subscriber threw, by the name of its class, and the code of a {@code PortalException}; never its
 *     message, which may tell of persons
 */
public record DeadLetter(
        String subscription,
        ObjectRef lane,
        long sequence,
        long head,
        int attempts,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant since,
        UUID event,
        String type,
        String failure) {}
