// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.event.Delivery;
import dev.portalblocks.core.event.EventSubscriber;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.EventRelay;
import dev.portalblocks.core.operation.RelayRun;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import dev.portalblocks.tck.jdbc.Pooled;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thread that was told to stop, on an H2 file: Java closes the file that such a thread touches, for all of them. */
class InterruptedThreadTest {
    private static final CustomerId CUSTOMER = CustomerId.of("4711");
    private static final Actor ERIKA = Actor.customer(TenantId.of("acme"), CUSTOMER);

    @TempDir
    Path folder;

    private HikariDataSource pool;
    private Database db;
    private Portal portal;
    private Profiles profiles;

    @BeforeEach
    void open() {
        pool = Pooled.file(folder.resolve("portal")).open(4);
        db = Pooled.database(pool);
        portal = Portal.builder(JdbcCoreStorage.on(db)).build();
        profiles = Profiles.of(portal, JdbcProfileStorage.on(db));
        change("Erika");
    }

    @AfterEach
    void close() {
        Thread.interrupted();
        portal.close();
        pool.close();
    }

    @Test
    void itsOperationComesToItsEndAndItStaysMarked() {
        Thread.currentThread().interrupt();
        change("Berta");
        assertThat(profiles.read(ERIKA, CUSTOMER).data().givenName()).isEqualTo("Berta");
        assertThat(Thread.interrupted()).isTrue();
        assertAlive();
    }

    @Test
    void whoIsMarkedInTheMiddleCommits() {
        db.write(tx -> {
            assertThat(db.sql(tx, "DELETE FROM @audit").update()).isOne();
            Thread.currentThread().interrupt();
            return true;
        });
        assertThat(Thread.interrupted()).isTrue();
        db.query(tx -> {
            Thread.currentThread().interrupt();
            return true;
        });
        assertThat(Thread.interrupted()).isTrue();
        assertAlive();
    }

    @Test
    void aSubscriberThatIsInterruptedEndsItsRunAndNoMore() {
        List<Long> received = new ArrayList<>();
        EventRelay relay = portal.relay(new Interrupted(received));
        RelayRun run = relay.run();
        assertThat(run.refused()).isOne();
        assertThat(Thread.interrupted()).isTrue();
        assertAlive();
        assertThat(received).isEmpty();
    }

    private void assertAlive() {
        change("Clara");
        assertThat(profiles.read(ERIKA, CUSTOMER).data().givenName()).isEqualTo("Clara");
    }

    private void change(String name) {
        profiles.change(
                ERIKA,
                ChangeProfile.of(
                        CUSTOMER, ProfilePatch.builder().givenName(name).build()));
    }

    /** Is interrupted at its first event. */
    private record Interrupted(List<Long> received) implements EventSubscriber {
        @Override
        public String name() {
            return "crm";
        }

        @Override
        public void receive(Delivery delivery) throws InterruptedException {
            if (delivery.attempt() == 1) {
                throw new InterruptedException();
            }
            received.add(delivery.event().sequence());
        }
    }
}
