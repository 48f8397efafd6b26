// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import dev.portalblocks.core.model.PortalException;
import java.util.UUID;

/**
 * What a {@link DeliveryLedger} remembers of a lane. It tells repeats from events of another history: where the portal's
 * database was set back, numbers that a receiver has had are given to other events.
 *
 * @param sequence the last number that was admitted
 * @param event the id of the event that had it
 * @param latest the greatest time in the ids of all events that were admitted, in milliseconds (RFC 9562, section 5.7)
 */
public record LastAdmitted(long sequence, UUID event, long latest) {
    private static final int VERSION_7 = 7;

    /** Returns what is remembered after a lane's first event. */
    public static LastAdmitted first(long sequence, UUID event) {
        return new LastAdmitted(sequence, event, time(event));
    }

    /**
     * Returns whether an event is a first one; if not, it is one that was had before.
     *
     * @throws PortalException.Conflict {@code delivery.history-changed} where it can't have been: it has the last number and
     *     another id, or a smaller one and an id that is later than all there were
     */
    public boolean admits(long number, UUID id) {
        if (number > sequence) {
            return true;
        }
        if (number == sequence ? !id.equals(event) : time(id) > latest) {
            throw new PortalException.Conflict("delivery.history-changed");
        }
        return false;
    }

    /** Returns what is remembered after one more event. */
    public LastAdmitted then(long number, UUID id) {
        return new LastAdmitted(number, id, Math.max(latest, time(id)));
    }

    /** Ids that tell no time are of the earliest. */
    private static long time(UUID id) {
        return id.version() == VERSION_7 ? id.getMostSignificantBits() >>> 16 : 0;
    }
}
