// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx;

/**
 * A running transaction. Every store method takes one first; a store asks its own domain for what is behind it (a
 * connection, a snapshot) and refuses a transaction of another domain with {@code IllegalArgumentException}.
 *
 * <p>It belongs to the thread that began it and ends with the work it was handed to.
 */
public interface Tx {
    /** Returns whether writes are refused. */
    boolean isReadOnly();

    /** Returns whether it is a part of the application's transaction, which only the application commits. */
    boolean isJoined();
}
