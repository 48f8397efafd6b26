// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.jdbc;

import dev.portalblocks.core.tx.jdbc.Schema;

/** Core's storage in a database. */
public final class JdbcCoreStorage {
    /** Core's tables. */
    public static final Schema SCHEMA = Schema.of("core", JdbcCoreStorage.class, "create");

    private JdbcCoreStorage() {}
}
