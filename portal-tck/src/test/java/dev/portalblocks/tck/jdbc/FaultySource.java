// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A source whose n-th call fails, before its effect or after it: whatever is asked of connections, statements and results
 * that can go wrong. Counts what is open. Watches the thread that says {@link #watch}.
 */
public final class FaultySource extends RelayedSource {
    /** What a fault says, which nothing retries. */
    public static final String STATE = "XX001";

    private static final Set<String> HARMLESS = Set.of("close", "isClosed", "getMetaData", "unwrap", "wasNull");
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final Map<String, Integer> open = new TreeMap<>();
    private final List<Call> calls = new ArrayList<>();
    private String state = STATE;
    private int failing;
    private boolean after;
    private boolean watching;

    /** Wraps a source. */
    public FaultySource(DataSource source) {
        super(source);
    }

    /**
     * A call that was made.
     *
     * @param method what was called
     * @param site the store's method that it was made for; {@code Database} for the transaction's own
     */
    public record Call(String method, String site) {}

    /** Begins to watch; the n-th call fails, none for 0. */
    public void watch(int n, boolean afterItsEffect) {
        calls.clear();
        failing = n;
        after = afterItsEffect;
        watching = true;
    }

    /** Fails with this SQLSTATE from now on. */
    public void failWith(String sqlState) {
        state = sqlState;
    }

    /** Ends watching, and returns the calls since it began. */
    public List<Call> stop() {
        watching = false;
        return List.copyOf(calls);
    }

    /** Counts a call of another kind, such as one for bytes, and says whether it fails before or after its effect. */
    public boolean strikes(String method, boolean afterItsEffect) {
        if (!watching) {
            return false;
        }
        if (!afterItsEffect) {
            calls.add(new Call(method, site(method)));
        }
        return calls.size() == failing && after == afterItsEffect;
    }

    /** Returns what is open and how often. */
    public Map<String, Integer> open() {
        Map<String, Integer> left = new TreeMap<>(open);
        left.values().removeIf(count -> count == 0);
        return left;
    }

    @Override
    public Connection getConnection() throws SQLException {
        strike("getConnection", false);
        Connection opened = super.getConnection();
        try {
            strike("getConnection", true);
        } catch (SQLException e) {
            opened.close(); // a source that fails hands nothing out
            throw e;
        }
        return relayed(Connection.class, opened);
    }

    private void strike(String method, boolean afterItsEffect) throws SQLException {
        if (strikes(method, afterItsEffect)) {
            throw new SQLException("planted", state);
        }
    }

    private <T> T relayed(Class<T> type, T real) {
        open.merge(type.getSimpleName(), 1, Integer::sum);
        boolean[] closed = {false};
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    if (method.getName().equals("close") && !closed[0]) {
                        closed[0] = true;
                        open.merge(type.getSimpleName(), -1, Integer::sum);
                    }
                    return wrapped(call(real, method, given));
                }));
    }

    private @Nullable Object call(Object real, Method method, @Nullable Object @Nullable [] given) throws Throwable {
        boolean counts = !HARMLESS.contains(method.getName())
                && !method.getName().startsWith("get")
                && method.getDeclaringClass() != Object.class
                && (!(real instanceof PreparedStatement) || !method.getName().startsWith("set"));
        if (counts) {
            strike(method.getName(), false);
        }
        Object result;
        try {
            result = method.invoke(real, given);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (counts) {
            try {
                strike(method.getName(), true);
            } catch (SQLException e) {
                if (result instanceof AutoCloseable made) {
                    made.close(); // nobody got it
                }
                throw e;
            }
        }
        return result;
    }

    private @Nullable Object wrapped(@Nullable Object result) {
        if (result instanceof PreparedStatement statement) {
            return relayed(PreparedStatement.class, statement);
        }
        if (result instanceof Statement statement) {
            return relayed(Statement.class, statement);
        }
        return result instanceof ResultSet rows ? relayed(ResultSet.class, rows) : result;
    }

    /** Returns the outermost method of a store on the stack: what the library called. */
    private static String site(String otherwise) {
        return STACK.walk(frames -> frames.filter(frame -> isStore(frame.getDeclaringClass()))
                .filter(frame -> !frame.getMethodName().contains("$"))
                .map(frame -> frame.getDeclaringClass().getSimpleName() + "." + frame.getMethodName())
                .reduce((inner, outer) -> outer)
                .orElse(otherwise.startsWith("ContentStore.") ? otherwise : "Database"));
    }

    /** Returns whether this is one of our stores in a database. */
    public static boolean isStore(Class<?> type) {
        return type.getPackageName().endsWith(".jdbc")
                && type.getSimpleName().startsWith("Jdbc")
                && !type.isRecord()
                && type.getName().startsWith("dev.portalblocks.")
                && !type.getSimpleName().equals("JdbcTx");
    }
}
