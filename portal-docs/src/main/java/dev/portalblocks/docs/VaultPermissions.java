// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs;

import dev.portalblocks.core.access.Permission;

/** The two permissions of the vault. */
final class VaultPermissions {
    static final Permission READ = Permission.forOwners("docs.read", "service");
    static final Permission WRITE = Permission.forOwners("docs.write", "service");

    private VaultPermissions() {}
}
