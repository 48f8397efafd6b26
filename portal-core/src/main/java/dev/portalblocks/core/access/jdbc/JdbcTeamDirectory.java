// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access.jdbc;

import dev.portalblocks.core.access.TeamDirectory;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import java.util.Set;

/** Teams in tables. The host says who is in which; one that keeps its staff elsewhere brings a directory of its own. */
public final class JdbcTeamDirectory implements TeamDirectory {
    private final Database db;

    /** Keeps the teams in this database. */
    public JdbcTeamDirectory(Database db) {
        this.db = db;
    }

    /**
     * Makes a team of the agents with these logins, or replaces the members of the one that is there. A concurrent second
     * call for the team waits.
     *
     * @param team at most 100 characters, like each login
     * @return whether the team is new
     */
    public boolean put(Tx tx, TenantId tenant, String team, Set<String> agents) {
        boolean isNew = db.sql(tx, "INSERT INTO @team (tenant, team) VALUES (?, ?)", tenant.value(), team)
                .insertsIfAbsent();
        if (!isNew) {
            lock(tx, tenant, team);
            dismiss(tx, tenant, team);
        }
        agents.stream().sorted().forEach(agent -> enlist(tx, tenant, team, agent));
        return isNew;
    }

    /** Removes a team; returns whether there was one. What it handled stays with its name. */
    public boolean remove(Tx tx, TenantId tenant, String team) {
        boolean wasThere = db.sql(tx, "DELETE FROM @team WHERE tenant = ? AND team = ?", tenant.value(), team)
                .changes();
        if (wasThere) {
            dismiss(tx, tenant, team);
        }
        return wasThere;
    }

    @Override
    public Set<String> teamsOf(Tx tx, TenantId tenant, String agent) {
        return Set.copyOf(
                db.sql(tx, "SELECT team FROM @team_member WHERE tenant = ? AND agent = ?", tenant.value(), agent)
                        .rows(row -> row.text("team")));
    }

    @Override
    public boolean isTeam(Tx tx, TenantId tenant, String team) {
        return db.sql(tx, "SELECT 1 FROM @team WHERE tenant = ? AND team = ?", tenant.value(), team)
                .exists();
    }

    private void lock(Tx tx, TenantId tenant, String team) {
        db.sql(tx, "SELECT 1 FROM @team WHERE tenant = ? AND team = ? FOR UPDATE", tenant.value(), team)
                .exists();
    }

    private void dismiss(Tx tx, TenantId tenant, String team) {
        db.sql(tx, "DELETE FROM @team_member WHERE tenant = ? AND team = ?", tenant.value(), team)
                .update();
    }

    private void enlist(Tx tx, TenantId tenant, String team, String agent) {
        db.sql(tx, "INSERT INTO @team_member (tenant, agent, team) VALUES (?, ?, ?)", tenant.value(), agent, team)
                .update();
    }
}
