// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

/**
 * What a run of a relay did.
 *
 * @param delivered deliveries that ended well, and count
 * @param refused deliveries that the subscriber refused
 * @param stopped lanes that stand still since, for a dead letter
 * @param fenced lanes that another node had leased meanwhile, or that were replayed: noticed, and left alone
 */
public record RelayRun(long delivered, long refused, long stopped, long fenced) {
    /** Nothing was done. */
    public static final RelayRun NOTHING = new RelayRun(0, 0, 0, 0);

    /** Returns what both did. */
    public RelayRun plus(RelayRun more) {
        return new RelayRun(
                delivered + more.delivered, refused + more.refused, stopped + more.stopped, fenced + more.fenced);
    }
}
