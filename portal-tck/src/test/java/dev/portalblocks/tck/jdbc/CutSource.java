// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A source that fails after so many statements that make or change tables. */
final class CutSource extends RelayedSource {
    private int left;

    CutSource(DataSource source, int kept) {
        super(source);
        this.left = kept;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return relay(Connection.class, super.getConnection());
    }

    private <T> T relay(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("execute")
                            && String.valueOf(arguments[0]).startsWith("CREATE")
                            && left-- == 0) {
                        throw new SQLException("cut off", "08006");
                    }
                    try {
                        Object result = method.invoke(real, arguments);
                        return method.getName().equals("createStatement")
                                ? relay(Statement.class, (Statement) result)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
