// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.content.ContentStore;
import dev.portalblocks.tck.ContractOf;

/**
 * The promises of {@link ContentStore}: implement it in a test class and return the store to be tested.
 *
 * <p>The largest content has 3 MiB.
 */
@ContractOf(ContentStore.class)
public interface ContentStoreContract extends ContentWritingContract, ContentReadingContract {
    /** Returns a store without content; asked once, at the beginning of each test. */
    @Override
    ContentStore store();
}
