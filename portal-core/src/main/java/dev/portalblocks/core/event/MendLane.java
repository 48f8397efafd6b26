// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import dev.portalblocks.core.model.ObjectRef;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Lets a lane go on that stands still for a dead letter.
 *
 * @param subscription the subscriber's name
 * @param lane the lane
 * @param sequence the number of the dead letter, as it was seen: where the lane stands elsewhere by now, nothing is done
 */
public record MendLane(
        @NotNull @Size(min = 1, max = 100) String subscription,
        @NotNull ObjectRef lane,
        long sequence) {
    /** Returns the command for a dead letter. */
    public static MendLane of(DeadLetter letter) {
        return new MendLane(letter.subscription(), letter.lane(), letter.sequence());
    }
}
