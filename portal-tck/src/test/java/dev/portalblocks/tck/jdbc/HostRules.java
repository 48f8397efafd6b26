// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import dev.portalblocks.core.access.TeamDirectory;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.MandateSource;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** A host that has its teams, and who acts for whom, in a table of its own beside ours, and reads it in our transactions. */
final class HostRules implements TeamDirectory, MandateSource {
    private static final String ALL = "*";
    private final Database database;

    HostRules(Database database, DataSource source) {
        this.database = database;
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS host_rule");
            statement.execute("CREATE TABLE host_rule (who varchar(100), what varchar(100))");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds a line in a transaction of the host's. */
    static void add(Connection connection, String who, String what) {
        run(connection, "INSERT INTO host_rule VALUES (?, ?)", who, what);
    }

    /** Removes a line in a transaction of the host's. */
    static void remove(Connection connection, String who, String what) {
        run(connection, "DELETE FROM host_rule WHERE who = ? AND what = ?", who, what);
    }

    /** Runs a statement that fails, as a host's code that has a mistake in it. */
    void fail(Tx tx) {
        run(database.connection(tx), "INSERT INTO nowhere VALUES (?, ?)", ALL, ALL);
    }

    @Override
    public Set<String> teamsOf(Tx tx, TenantId tenant, String agent) {
        return of(tx, agent);
    }

    @Override
    public boolean isTeam(Tx tx, TenantId tenant, String team) {
        return true;
    }

    @Override
    public List<Mandate.Terms> termsOf(Tx tx, TenantId tenant, CustomerId holder, CustomerId principal) {
        return of(tx, holder.value()).contains(principal.value())
                ? List.of(Mandate.Terms.everything(Mandate.Kind.HOUSEHOLD, Instant.EPOCH))
                : List.of();
    }

    private Set<String> of(Tx tx, String who) {
        try (PreparedStatement statement =
                database.connection(tx).prepareStatement("SELECT what FROM host_rule WHERE who = ?")) {
            statement.setString(1, who);
            Set<String> found = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Connection connection, String sql, String who, String what) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, who);
            statement.setString(2, what);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the host's", e);
        }
    }
}
