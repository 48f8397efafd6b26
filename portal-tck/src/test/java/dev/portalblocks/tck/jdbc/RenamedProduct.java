// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A source whose driver names another product than it is. */
final class RenamedProduct extends RelayedSource {
    private final String product;

    RenamedProduct(DataSource source, String product) {
        super(source);
        this.product = product;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return relay(Connection.class, super.getConnection());
    }

    private <T> T relay(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getDatabaseProductName")) {
                        return product;
                    }
                    try {
                        Object result = method.invoke(real, arguments);
                        return result instanceof DatabaseMetaData data ? relay(DatabaseMetaData.class, data) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
