// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.profile.spi;

import dev.portalblocks.core.tx.TransactionDomain;

/** What the profile stores, as one bundle. */
public interface ProfileStorage {
    /** Returns where this storage's transactions come from. */
    TransactionDomain domain();

    /** Returns the store of profiles and their changes. */
    ProfileStore profiles();
}
