// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

/**
 * A search engine that shows an update at once and keeps it for good later, several together: a process that is killed
 * loses what came after the last {@code flush}, and {@link SearchIndex#progress} then says so, for the log to bring it again.
 *
 * <ol>
 *   <li>What was updated or rebuilt is found, and is the progress, when the call has returned, kept for good or not.
 *   <li>What was updated and rebuilt before {@code flush} was called outlives the process when it has returned: that of each tenant.
 *   <li>After a process was killed, what is found is what was there after one {@code update} or {@code rebuild}, whole, and
 *       {@code progress} is what that one gave; where none was kept, both are empty. So the changes behind that progress lead to
 *       what was there before. Without a {@code flush} that may be any earlier one, behind it none that is older than it.
 *   <li>After an {@code update}, {@code rebuild} or {@code flush} that threw it is as after a kill, while the process goes on: what is
 *       found may be older than what was found before, and {@code progress} says so.
 *   <li>{@code close} keeps for good what {@code flush} would.
 *   <li>{@code flush} changes nothing that is told: neither what is found, nor its order, nor the pages behind a place; no more where
 *       nothing was updated, and where there is no index.
 * </ol>
 *
 * <p>What else holds for the engine holds here. {@code flush} is called by one thread at a time, while others search and update.
 */
public interface WriteBehindIndex extends SearchIndex {
    /** Keeps for good what was updated, of all tenants; called now and then by the task {@code search.flush}. */
    void flush();
}
