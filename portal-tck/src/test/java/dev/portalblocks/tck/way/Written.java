// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.event.PortalEvent;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/** What receivers wrote of the events that they got, in a table of their own; each line under a number that grows. */
final class Written {
    private final DataSource source;

    private Written(DataSource source) {
        this.source = source;
    }

    static Written in(DataSource source) {
        Written written = new Written(source);
        written.run("CREATE TABLE written (line BIGINT GENERATED ALWAYS AS IDENTITY, receiver VARCHAR(100),"
                + " lane VARCHAR(401), sequence BIGINT)");
        return written;
    }

    /** Writes an event in the transaction of this connection. */
    void add(Connection connection, String receiver, PortalEvent<?> event) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO written (receiver, lane, sequence) VALUES (?, ?, ?)")) {
            insert.setString(1, receiver);
            insert.setString(2, event.lane().toString());
            insert.setLong(3, event.sequence());
            insert.executeUpdate();
        }
    }

    /** Returns the numbers that a receiver wrote for each lane, in its order. */
    Map<String, List<Long>> by(String receiver) {
        Map<String, List<Long>> lanes = new TreeMap<>();
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT lane, sequence FROM written WHERE receiver = ? ORDER BY line")) {
            select.setString(1, receiver);
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    lanes.computeIfAbsent(found.getString(1), lane -> new ArrayList<>())
                            .add(found.getLong(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return lanes;
    }

    /** Returns whether each lane's numbers are 1, 2, 3 and so on. */
    boolean isInOrder(String receiver) {
        return by(receiver).values().stream()
                .allMatch(numbers -> numbers.equals(
                        LongStream.rangeClosed(1, numbers.size()).boxed().toList()));
    }

    /** Returns what a receiver has written that had the events of these customers so often. */
    static Map<String, List<Long>> numbers(List<CustomerId> customers, int events, int times) {
        List<Long> each = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            LongStream.rangeClosed(1, events).forEach(each::add);
        }
        Map<String, List<Long>> lanes = new TreeMap<>();
        customers.forEach(
                customer -> lanes.put(ObjectRef.of("customer", customer).toString(), each));
        return lanes;
    }

    /** Whatever is leased or rests is due: what the database's clock would come to. */
    void timePasses(String receiver) {
        run("UPDATE portal_subscription_lane SET due_at = TIMESTAMP '2000-01-01 00:00:00'"
                + " WHERE due_at IS NOT NULL AND name = '" + receiver + "'");
    }

    private void run(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
