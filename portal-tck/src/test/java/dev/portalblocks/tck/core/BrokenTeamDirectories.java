// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.access.TeamDirectory;
import dev.portalblocks.core.access.memory.MemoryTeamDirectory;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.tck.Breaks;
import dev.portalblocks.tck.StoreFixture;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Directories that are right but for one condition. */
final class BrokenTeamDirectories {
    private BrokenTeamDirectories() {}

    /** The memory directory; each broken one overrides the method in which it goes wrong. */
    private static class Right implements TeamDirectory, TeamDirectoryContract.Staffed {
        final Memory memory = new Memory();
        final MemoryTeamDirectory inner = new MemoryTeamDirectory(memory);

        @Override
        public Set<String> teamsOf(Tx tx, TenantId tenant, String agent) {
            return inner.teamsOf(tx, tenant, agent);
        }

        @Override
        public boolean isTeam(Tx tx, TenantId tenant, String team) {
            return inner.isTeam(tx, tenant, team);
        }

        @Override
        public TeamDirectory directory() {
            return this;
        }

        @Override
        public void put(Tx tx, TenantId tenant, String team, Set<String> agents) {
            inner.put(tx, tenant, team, agents);
        }

        StoreFixture<TeamDirectoryContract.Staffed> fixture() {
            return new StoreFixture<>(memory, this);
        }
    }

    /** A login in small letters is the one in capitals as well. */
    @Breaks(1)
    static final class FoldsTheCaseOfLogins implements TeamDirectoryContract {
        @Override
        public StoreFixture<TeamDirectoryContract.Staffed> fixture() {
            return new Right() {
                @Override
                public Set<String> teamsOf(Tx tx, TenantId tenant, String agent) {
                    Set<String> teams = new HashSet<>(super.teamsOf(tx, tenant, agent));
                    teams.addAll(super.teamsOf(tx, tenant, agent.toUpperCase(Locale.ROOT)));
                    return teams;
                }
            }.fixture();
        }
    }

    /** A team is there when somebody is in it. */
    @Breaks(2)
    static final class KnowsNoEmptyTeam implements TeamDirectoryContract {
        @Override
        public StoreFixture<TeamDirectoryContract.Staffed> fixture() {
            return new Right() {
                private final Set<String> staffed = ConcurrentHashMap.newKeySet();

                @Override
                public void put(Tx tx, TenantId tenant, String team, Set<String> agents) {
                    super.put(tx, tenant, team, agents);
                    if (!agents.isEmpty()) {
                        staffed.add(tenant + "/" + team);
                    }
                }

                @Override
                public boolean isTeam(Tx tx, TenantId tenant, String team) {
                    return super.isTeam(tx, tenant, team) && staffed.contains(tenant + "/" + team);
                }
            }.fixture();
        }
    }

    /** What an agent was in stays so as long as the process runs. */
    @Breaks(3)
    static final class AsksOnce implements TeamDirectoryContract {
        @Override
        public StoreFixture<TeamDirectoryContract.Staffed> fixture() {
            return new Right() {
                private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

                @Override
                public Set<String> teamsOf(Tx tx, TenantId tenant, String agent) {
                    return known.computeIfAbsent(tenant + "/" + agent, unknown -> super.teamsOf(tx, tenant, agent));
                }
            }.fixture();
        }
    }

    /** A team of one company is a team of every company. */
    @Breaks(4)
    static final class KnowsTheTeamsOfAll implements TeamDirectoryContract {
        @Override
        public StoreFixture<TeamDirectoryContract.Staffed> fixture() {
            return new Right() {
                private final Set<String> all = ConcurrentHashMap.newKeySet();

                @Override
                public void put(Tx tx, TenantId tenant, String team, Set<String> agents) {
                    super.put(tx, tenant, team, agents);
                    all.add(team);
                }

                @Override
                public boolean isTeam(Tx tx, TenantId tenant, String team) {
                    return all.contains(team);
                }
            }.fixture();
        }
    }
}
