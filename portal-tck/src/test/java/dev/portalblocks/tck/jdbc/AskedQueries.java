// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Connections that keep the queries that were asked with what was put into them last. For one thread. */
final class AskedQueries extends RelayedSource {
    private final Map<String, Query> asked = new LinkedHashMap<>();

    AskedQueries(DataSource source) {
        super(source);
    }

    /**
     * A query, and what was put into its places.
     *
     * @param text as it was prepared
     * @param values as PostgreSQL reads them
     */
    record Query(String text, List<String> values) {
        /** Returns the statement that prepares it, by this name. */
        String preparing(String name) {
            StringBuilder numbered = new StringBuilder("PREPARE " + name + " AS ");
            int place = 0;
            for (int i = 0; i < text.length(); i++) {
                char each = text.charAt(i);
                numbered.append(each == '?' ? "$" + ++place : String.valueOf(each));
            }
            return numbered.toString();
        }

        /** Returns the statement that runs what was prepared by this name. */
        String executing(String name) {
            return "EXECUTE " + name + values.stream().collect(Collectors.joining(", ", "(", ")"));
        }
    }

    /** Returns what was asked since the last call, each text once. */
    Collection<Query> takeAll() {
        List<Query> taken = List.copyOf(asked.values());
        asked.clear();
        return taken;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return relayed(
                super.getConnection(),
                Connection.class,
                (method, arguments, result) -> result instanceof PreparedStatement statement
                        ? recorded(statement, String.valueOf(arguments[0]))
                        : result);
    }

    private PreparedStatement recorded(PreparedStatement statement, String text) throws SQLException {
        Map<Integer, String> values = new TreeMap<>();
        return relayed(statement, PreparedStatement.class, (method, arguments, result) -> {
            if (method.getName().startsWith("set") && arguments.length == 2 && arguments[0] instanceof Integer place) {
                boolean isNull = method.getName().equals("setNull");
                values.put(
                        place,
                        isNull ? "NULL" : "'" + String.valueOf(arguments[1]).replace("'", "''") + "'");
            } else if (method.getName().equals("executeQuery") && text.startsWith("SELECT")) {
                asked.put(text, new Query(text, new ArrayList<>(values.values())));
            }
            return result;
        });
    }

    private static <T> T relayed(T real, Class<T> type, Watching watching) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Object result;
            try {
                result = method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            return watching.after(method, arguments == null ? new Object[0] : arguments, result);
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Sees each call, and may put something in the place of its result. */
    private interface Watching {
        Object after(Method method, Object[] arguments, Object result) throws SQLException;
    }
}
