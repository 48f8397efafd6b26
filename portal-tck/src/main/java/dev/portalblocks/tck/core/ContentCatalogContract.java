// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.content.ContentCatalog;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.StoreFixture;

/** The promises of {@link ContentCatalog}: implement it in a test class and return the store to be tested. */
@ContractOf(ContentCatalog.class)
public interface ContentCatalogContract extends ContentRowContract, ContentRowListContract {
    /** Returns a store without rows and its domain; asked once, at the beginning of each test. */
    @Override
    StoreFixture<ContentCatalog> fixture();
}
