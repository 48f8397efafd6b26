// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.event;

import dev.portalblocks.core.model.TenantId;

/**
 * A reader that goes on in the log although something that it asked elsewhere was not told, and remembers what it owes. It is
 * asked for that each time the log has been read to its end, by the thread that drives it.
 */
public interface OwingReader extends LogReader {
    /** Takes what is owed, as far as it can be had now. */
    void takeOwed(TenantId tenant);
}
