// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Connections that write down what they are asked: each statement when it runs, and how a transaction ends. */
final class StatementLog extends RelayedSource {
    private final List<String> statements = new CopyOnWriteArrayList<>();

    StatementLog(DataSource source) {
        super(source);
    }

    /** Returns what was run since the last call. */
    List<String> takeAll() {
        List<String> taken = List.copyOf(statements);
        statements.clear();
        return taken;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return logged(super.getConnection(), Connection.class, "");
    }

    private <T> T logged(T real, Class<T> type, String text) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Logging<>(real, text)));
    }

    private final class Logging<T> implements InvocationHandler {
        private final T real;
        private final String text;

        Logging(T real, String text) {
            this.real = real;
            this.text = text;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            String name = method.getName();
            if (name.startsWith("execute")) {
                statements.add(text.isEmpty() ? String.valueOf(arguments[0]) : text);
            } else if (name.equals("commit") || name.equals("rollback")) {
                statements.add(name);
            }
            Object result;
            try {
                result = method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (result instanceof PreparedStatement statement) {
                return logged(statement, PreparedStatement.class, String.valueOf(arguments[0]));
            }
            return name.equals("createStatement") ? logged((Statement) result, Statement.class, "") : result;
        }
    }
}
