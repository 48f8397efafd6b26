// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.spring;

import dev.portalblocks.core.tx.jdbc.Database;
import java.sql.Connection;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Joins the transaction of a {@code @Transactional} method. Spring is asked whether there is one, never the connection, which
 * in a pool may have {@code autoCommit} off without any. For one {@code DataSource} and the manager that Boot makes for it.
 */
@Component
record HostTransactions(Database db, DataSource source) {
    <R> R joined(Supplier<R> work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        Connection host = DataSourceUtils.getConnection(source);
        try {
            return db.joining(host, work);
        } finally {
            DataSourceUtils.releaseConnection(host, source);
        }
    }
}
