// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.jdbc;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;

/** A database that the stores know. Its name in lower case is the folder of its schemas. */
public enum Dialect {
    /** H2, in memory or in a file. */
    H2("H2"),
    /** PostgreSQL, and what speaks its protocol. */
    POSTGRESQL("PostgreSQL");

    private final String product;

    Dialect(String product) {
        this.product = product;
    }

    /** Returns the dialect of the product that a driver names; another one is refused. */
    static Dialect of(String product) throws SQLException {
        return Arrays.stream(values())
                .filter(dialect -> dialect.product.equals(product))
                .findFirst()
                .orElseThrow(() -> new SQLException("No stores for this database: " + product, "0A000"));
    }

    /** Returns the name of the folder that its schemas lie in. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
