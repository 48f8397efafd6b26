// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.crypto.jdbc.JdbcTenantKeyStore;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.Rest;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Race;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The victim of a deadlock, and work that could not be serialised, is run again: three times in all, each time after a rest
 * in which it holds no connection, never while joined.
 */
class RepeatedOperationsTest {
    private static final Operation LOCK = Operation.writing("test.lock", Permission.forStaff("test.lock"));
    private static final List<TenantId> ROWS = List.of(TenantId.of("left"), TenantId.of("right"));
    private static final Actor PROGRAM = Actor.system(TenantId.of("acme"), "program");
    private static final int ATTEMPTS = 3;

    private final AtomicInteger attempts = new AtomicInteger();
    private final List<Duration> rests = Collections.synchronizedList(new ArrayList<>());

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theVictimOfARealDeadlockIsRunAgain(Databases databases) {
        Database db = Databases.on(databases.impatient());
        JdbcTenantKeyStore keys = new JdbcTenantKeyStore(db);
        ROWS.forEach(row -> db.write(tx -> keys.putIfAbsent(tx, row, new byte[] {1})));
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        try (Portal portal = portal(db, rests::add)) {
            List<Outcome<Boolean>> outcomes = Race.of(2, runner -> {
                AtomicInteger own = new AtomicInteger();
                return portal.operations().perform(LOCK, PROGRAM, "", context -> {
                    attempts.incrementAndGet();
                    lock(db, context.tx(), ROWS.get(runner));
                    if (own.incrementAndGet() == 1) {
                        await(bothHoldOne);
                    }
                    return lock(db, context.tx(), ROWS.get(1 - runner));
                });
            });
            assertThat(outcomes).allMatch(Outcome::isSuccess);
            assertThat(attempts).hasValueBetween(ATTEMPTS, 2 * ATTEMPTS);
            assertThat(rests).hasSize(attempts.get() - 2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void twoFailuresAreMendedAndTheThirdIsTheCallers(String state) {
        Refusing source = new Refusing(Databases.H2.fresh(), state);
        Database db = Databases.on(source);
        try (Portal portal = portal(db, rest -> rests.add(source.open == 0 ? rest : Duration.ZERO))) {
            source.left = ATTEMPTS - 1;
            assertThat(lockOnce(portal, db)).isFalse();
            assertThat(attempts).hasValue(ATTEMPTS);
            assertThat(rests).hasSize(2);
            assertThat(rests.get(0)).isBetween(Duration.ofMillis(5), Duration.ofMillis(10));
            assertThat(rests.get(1)).isBetween(Duration.ofMillis(10), Duration.ofMillis(20));
            attempts.set(0);
            source.left = ATTEMPTS;
            StorageFailure failure = catchThrowableOfType(StorageFailure.class, () -> lockOnce(portal, db));
            assertThat(failure.code()).isEqualTo("storage.deadlock");
            assertThat(failure.isRetryable()).isTrue();
            assertThat(attempts).hasValue(ATTEMPTS);
            assertThat(rests).hasSize(4).doesNotHaveDuplicates();
        }
    }

    @Test
    void aRestLeavesTheMarkOfAnInterruption() {
        Refusing source = new Refusing(Databases.H2.fresh(), "40001");
        Database db = Databases.on(source);
        try (Portal portal = Portal.of(db)) {
            source.left = 1;
            Thread.currentThread().interrupt();
            assertThat(lockOnce(portal, db)).isFalse();
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void whileJoinedTheFirstFailureIsTheHosts() throws SQLException {
        Refusing source = new Refusing(Databases.H2.fresh(), "40001");
        Database db = Databases.on(source);
        try (Portal portal = portal(db, rests::add);
                Connection host = source.getConnection()) {
            host.setAutoCommit(false);
            source.left = 1;
            Supplier<Boolean> work = () -> lockOnce(portal, db);
            StorageFailure failure = catchThrowableOfType(StorageFailure.class, () -> db.joining(host, work));
            assertThat(failure.code()).isEqualTo("storage.deadlock");
            assertThat(attempts).hasValue(1);
            assertThat(rests).isEmpty();
            host.rollback();
        }
    }

    private static Portal portal(Database db, Rest rest) {
        return Portal.builder(JdbcCoreStorage.on(db)).resting(rest).build();
    }

    private boolean lockOnce(Portal portal, Database db) {
        return portal.operations().perform(LOCK, PROGRAM, "", context -> {
            attempts.incrementAndGet();
            return lock(db, context.tx(), ROWS.get(0));
        });
    }

    private static boolean lock(Database db, Tx tx, TenantId row) {
        return db.sql(tx, "SELECT 1 FROM @tenant_key WHERE tenant = ? FOR UPDATE", row.value())
                .exists();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Refuses so many statements with this SQLSTATE. */
    private static final class Refusing extends RelayedSource {
        private final String state;
        private int left;
        private int open;

        Refusing(DataSource source, String state) {
            super(source);
            this.state = state;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            open++;
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, given) -> {
                        if (method.getName().equals("prepareStatement") && left > 0) {
                            left--;
                            throw new SQLException("planted", state);
                        }
                        open -= method.getName().equals("close") ? 1 : 0;
                        try {
                            return method.invoke(real, given);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
