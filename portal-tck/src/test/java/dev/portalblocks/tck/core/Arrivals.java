// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** What reached the CRM, in the order in which it did: all that arrived, and what had its effect. */
final class Arrivals {
    private Arrivals() {}

    /** Fails where something is missing, out of its order for the first time, or another event under a number that was. */
    static void judge(Connection crm, String told) throws SQLException {
        Map<String, Long> last = new HashMap<>();
        Map<String, String> known = new HashMap<>();
        try (Statement statement = crm.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM arrival ORDER BY number")) {
            while (row.next()) {
                String lane = row.getString("lane");
                long sequence = row.getLong("sequence");
                String place = lane + " " + sequence;
                String before = known.putIfAbsent(place, row.getString("event"));
                if (before == null) {
                    assertThat(sequence)
                            .as("%s: first arrival in %s", told, lane)
                            .isEqualTo(last.merge(lane, 1L, Long::sum));
                } else {
                    assertThat(row.getString("event"))
                            .as("%s: %s again", told, place)
                            .isEqualTo(before);
                }
            }
        }
        Map<String, Long> effects = new HashMap<>();
        try (Statement statement = crm.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM effect ORDER BY number")) {
            while (row.next()) {
                String lane = row.getString("lane");
                long sequence = row.getLong("sequence");
                assertThat(sequence)
                        .as("%s: effects in %s, each once and in order", told, lane)
                        .isEqualTo(effects.merge(lane, 1L, Long::sum));
                assertThat(row.getString("event")).as(told).isEqualTo(known.get(lane + " " + sequence));
            }
        }
        assertThat(effects).as(told).isEqualTo(last);
    }

    /** Returns whether a delivery, as its node told of it, came from another node afterwards, which had leased the lane. */
    static boolean wasTakenOver(Connection crm, String open) throws SQLException {
        String[] parts = open.split(" ", -1);
        try (PreparedStatement query =
                crm.prepareStatement("SELECT 1 FROM arrival WHERE lane = ? AND sequence >= ? AND fence > ?")) {
            query.setString(1, parts[0]);
            query.setLong(2, Long.parseLong(parts[1]));
            query.setLong(3, Long.parseLong(parts[2]));
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    static String summary(Connection crm) throws SQLException {
        try (Statement statement = crm.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT (SELECT COUNT(*) FROM effect) AS effects, COUNT(*) AS arrivals" + " FROM arrival")) {
            row.next();
            long effects = row.getLong("effects");
            return effects + " events, none lost, " + (row.getLong("arrivals") - effects) + " came again";
        }
    }
}
