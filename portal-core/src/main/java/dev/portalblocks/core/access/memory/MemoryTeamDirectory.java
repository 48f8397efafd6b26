// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access.memory;

import dev.portalblocks.core.access.TeamDirectory;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.core.tx.memory.MemoryTable;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Teams in memory. The host says who is in which. */
public final class MemoryTeamDirectory implements TeamDirectory {
    private final MemoryTable<Team, Set<String>> teams;

    /** Keeps the teams in this memory. */
    public MemoryTeamDirectory(Memory memory) {
        teams = memory.table(
                "core.team",
                Comparator.comparing((Team team) -> team.tenant().value()).thenComparing(Team::name));
    }

    /**
     * Makes a team of the agents with these logins, or replaces the members of the one that is there.
     *
     * @return whether the team is new
     */
    public boolean put(Tx tx, TenantId tenant, String team, Set<String> agents) {
        Team key = new Team(tenant, team);
        boolean isNew = teams.findForUpdate(tx, key).isEmpty();
        teams.put(tx, key, Set.copyOf(agents));
        return isNew;
    }

    /** Removes a team; returns whether there was one. What it handled stays with its name. */
    public boolean remove(Tx tx, TenantId tenant, String team) {
        return teams.delete(tx, new Team(tenant, team));
    }

    @Override
    public Set<String> teamsOf(Tx tx, TenantId tenant, String agent) {
        return teams.from(tx, new Team(tenant, ""))
                .takeWhile(row -> row.getKey().tenant().equals(tenant))
                .filter(row -> row.getValue().contains(agent))
                .map(Map.Entry::getKey)
                .map(Team::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean isTeam(Tx tx, TenantId tenant, String team) {
        return teams.find(tx, new Team(tenant, team)).isPresent();
    }

    private record Team(TenantId tenant, String name) {}
}
