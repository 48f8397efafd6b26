// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import java.time.Duration;

/** What a node that holds a lane does with it. */
public sealed interface LaneStep {
    /**
     * An event was delivered: the lane has come as far, and the lease begins anew. Where nothing is left it ends, and the
     * lane has nothing to do.
     *
     * @param sequence the event's number
     * @param lease how long the lane stays the node's own; zero gives it back
     */
    record Delivered(long sequence, Duration lease) implements LaneStep {}

    /**
     * The lease begins anew.
     *
     * @param lease how long the lane stays the node's own; zero gives it back
     */
    record Renewed(Duration lease) implements LaneStep {}

    /**
     * The next event was refused once more: nobody gets the lane before the delay is over.
     *
     * @param delay how long the lane rests
     */
    record Postponed(Duration delay) implements LaneStep {}

    /**
     * The next event was refused once more and for the last time: it is a dead letter, and the lane stands still.
     *
     * @param refusal which event it was, and what the subscriber threw
     */
    record Stopped(Refusal refusal) implements LaneStep {}
}
