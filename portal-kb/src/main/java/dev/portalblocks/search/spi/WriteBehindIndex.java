// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.spi;

/**
 * A search engine that shows an update at once and keeps it for good later, several together: a process that is killed
 * loses what came after the last {@code flush}, and {@link SearchIndex#progress} then says so, for the log to bring it again.
 *
 * <p>What was updated before {@code flush} outlives the process. After a process was killed, what is found is what was there after
 * some {@code update} or {@code rebuild}, and {@code progress} is what that one gave; likewise after an {@code update} or
 * {@code flush} that threw.
 */
public interface WriteBehindIndex extends SearchIndex {
    /** Keeps for good what was updated, of all tenants; called now and then by the task {@code search.flush}. */
    void flush();
}
