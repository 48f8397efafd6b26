// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the text of each statement, and can fail at the n-th that is run as the worst of drivers does: its message quotes
 * every parameter, and so do its cause, the exception behind it and the one that it suppresses.
 */
public final class QuotingSource extends RelayedSource {
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private int left;

    /** Wraps a source. */
    public QuotingSource(DataSource source) {
        super(source);
    }

    /** Returns the texts that were prepared or run since the last call. */
    public List<String> takeTexts() {
        List<String> taken = List.copyOf(texts);
        texts.clear();
        return taken;
    }

    /** Fails at the n-th statement from now on, once; at none for 0. */
    public void failAt(int n) {
        left = n;
    }

    /** Returns whether a statement has failed since it was asked for. */
    public boolean hasFailed() {
        return left == 0;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return relayed(Connection.class, super.getConnection(), new ArrayList<>());
    }

    private <T> T relayed(Class<T> type, T real, List<@Nullable Object> bound) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, given) -> call(real, method, given, bound)));
    }

    private @Nullable Object call(
            Object real, Method method, @Nullable Object @Nullable [] given, List<@Nullable Object> bound)
            throws Throwable {
        String name = method.getName();
        if (given != null
                && given[0] instanceof String text
                && (name.startsWith("prepare") || name.startsWith("exec"))) {
            texts.add(text);
        }
        if (given != null && given.length > 1 && name.startsWith("set") && real instanceof PreparedStatement) {
            bound.add(given[1]);
        }
        if (name.startsWith("execute") && real instanceof PreparedStatement && left > 0 && --left == 0) {
            throw quoting(bound);
        }
        Object result;
        try {
            result = method.invoke(real, given);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (result instanceof PreparedStatement statement) {
            return relayed(PreparedStatement.class, statement, new ArrayList<>());
        }
        return result instanceof Statement statement && name.equals("createStatement")
                ? relayed(Statement.class, statement, new ArrayList<>())
                : result;
    }

    private static SQLException quoting(List<@Nullable Object> bound) {
        StringBuilder values = new StringBuilder("planted:");
        for (Object value : bound) {
            values.append(' ')
                    .append(value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value);
        }
        String text = values.toString();
        SQLException failure = new SQLException(text, FaultySource.STATE, new IllegalStateException(text));
        failure.setNextException(new SQLException(text));
        failure.addSuppressed(new SQLException(text));
        return failure;
    }
}
