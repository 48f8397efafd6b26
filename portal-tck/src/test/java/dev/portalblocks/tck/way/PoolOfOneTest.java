// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.jdbc.Databases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A pool of one connection is enough for every operation of every block, also for the record of a denial and for an
 * upload, whose transactions come one after the other: whoever took a second one would wait for itself until the limit.
 */
class PoolOfOneTest {
    private static final int THREADS = 8;

    @Test
    void everyOperationOfEveryBlockIsServedByOneConnection() {
        try (HikariDataSource pool = pool(2_000);
                Composition portal = Composition.in(Databases.on(pool), bytes -> bytes)) {
            List<String> complaints = new ArrayList<>();
            for (Invoker invoker : Invokers.all()) {
                SampleWorld world = new SampleWorld(portal);
                call(invoker, world, world.program(), complaints);
                call(invoker, world, Actor.anonymous(world.here), complaints);
                call(invoker, world, Actor.customer(world.here, SampleWorld.ERIKA), complaints);
            }
            assertThat(complaints).isEmpty();
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    @Test
    void eightThreadsAreServedByOneConnection() {
        try (HikariDataSource pool = pool(30_000);
                Composition portal = Composition.in(Databases.on(pool), bytes -> bytes)) {
            SampleWorld world = new SampleWorld(portal);
            List<Outcome<List<String>>> outcomes = Race.of(THREADS, runner -> {
                List<String> complaints = new ArrayList<>();
                List<Invoker> some = new ArrayList<>(Invokers.ofOperations());
                Collections.rotate(some, runner * some.size() / THREADS);
                some.forEach(invoker -> call(invoker, world, Actor.system(world.here, "runner" + runner), complaints));
                some.forEach(invoker -> call(invoker, world, Actor.anonymous(world.here), complaints));
                return complaints;
            });
            assertThat(outcomes.stream().map(Outcome::orFail)).allMatch(List::isEmpty, "served");
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    /** Any refusal is an answer, but for one of storage that is not about rows. */
    private static void call(Invoker invoker, SampleWorld world, Actor actor, List<String> complaints) {
        try {
            invoker.invoke(world.portal, actor, world.target);
        } catch (StorageFailure failure) {
            complaints.add(invoker + " by " + actor.kind() + ": " + failure.code());
        } catch (PortalException refused) {
            // an answer
        }
    }

    private static HikariDataSource pool(long patience) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(Databases.H2.fresh());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(patience);
        return new HikariDataSource(config);
    }
}
