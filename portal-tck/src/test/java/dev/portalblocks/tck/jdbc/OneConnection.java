// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** A source that hands out one connection again and again, which closing leaves open and as it is. */
final class OneConnection extends RelayedSource {
    private final Connection connection;

    OneConnection(DataSource source, Connection connection) {
        super(source);
        this.connection = connection;
    }

    @Override
    public Connection getConnection() {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
