// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Connections that know what was opened on them and is not closed yet. */
final class CountedSource extends RelayedSource {
    private final Map<String, AtomicInteger> open = new ConcurrentHashMap<>();
    private final AtomicInteger opened = new AtomicInteger();

    CountedSource(DataSource source) {
        super(source);
    }

    /** Returns how many of each kind are open: connections, statements, results; nothing where all are closed. */
    Map<String, Integer> open() {
        Map<String, Integer> left = new ConcurrentHashMap<>();
        open.forEach((kind, count) -> {
            if (count.get() != 0) {
                left.put(kind, count.get());
            }
        });
        return left;
    }

    /** Returns how many connections were taken so far. */
    int opened() {
        return opened.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        opened.incrementAndGet();
        return counted(super.getConnection(), Connection.class);
    }

    private <T extends AutoCloseable> T counted(T real, Class<T> type) {
        AtomicInteger count = open.computeIfAbsent(type.getSimpleName(), kind -> new AtomicInteger());
        count.incrementAndGet();
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Counting<>(real, count)));
    }

    private final class Counting<T> implements InvocationHandler {
        private final T real;
        private final AtomicInteger count;
        private boolean closed;

        Counting(T real, AtomicInteger count) {
            this.real = real;
            this.count = count;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (method.getName().equals("close") && !closed) {
                closed = true;
                count.decrementAndGet();
            }
            Object result;
            try {
                result = method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (result instanceof PreparedStatement statement) {
                return counted(statement, PreparedStatement.class);
            }
            if (result instanceof Statement statement && method.getName().equals("createStatement")) {
                return counted(statement, Statement.class);
            }
            return result instanceof ResultSet rows ? counted(rows, ResultSet.class) : result;
        }
    }
}
