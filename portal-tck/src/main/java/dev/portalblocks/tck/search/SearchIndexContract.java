// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import dev.portalblocks.search.spi.SearchIndex;
import dev.portalblocks.tck.ContractOf;

/**
 * The promises of {@link SearchIndex}: implement it in a test class and return the index to be tested.
 *
 * <p>Whatever the engine, a text that has a word is found by that word. How well it ranks is not judged here.
 */
@ContractOf(SearchIndex.class)
public interface SearchIndexContract
        extends SearchWritingContract,
                SearchReadingContract,
                SearchNarrowingContract,
                SearchWithdrawalContract,
                SearchSynonymsContract,
                SearchTypingContract,
                SearchPagesContract {
    /** Returns an index without a tenant; asked once, at the beginning of each test. */
    @Override
    SearchIndex index();
}
