// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.spring;

import dev.portalblocks.core.tx.jdbc.Database;
import java.sql.Connection;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Joins Spring's transaction where one is active. Spring is asked: a pool's connection may lack autoCommit without any. */
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
