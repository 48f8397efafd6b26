// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.jdbc;

import dev.portalblocks.core.tx.jdbc.Schema;

/** The tables of core in a database. The stores on them stand beside their areas; a bundle of them follows. */
public final class JdbcCoreStorage {
    /** Core's tables. */
    public static final Schema SCHEMA = Schema.of("core", JdbcCoreStorage.class, "create");

    private JdbcCoreStorage() {}
}
