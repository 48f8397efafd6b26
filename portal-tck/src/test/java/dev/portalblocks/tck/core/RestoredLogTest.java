// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.event.DeadLetter;
import dev.portalblocks.core.event.DeliveryLedger;
import dev.portalblocks.core.event.MendLane;
import dev.portalblocks.core.event.RelayTerms;
import dev.portalblocks.core.event.Subscription;
import dev.portalblocks.core.event.memory.MemoryDeliveryLedger;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.EventRelay;
import dev.portalblocks.core.operation.IdempotentSubscriber;
import dev.portalblocks.core.operation.RelayRun;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import dev.portalblocks.tck.jdbc.Pooled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The portal's database is set back behind what a receiver has had, as by a backup or by a fail-over that lost the last
 * commits: seven events of ten are left, and their numbers are given once more.
 */
class RestoredLogTest {
    private static final Actor OPERATOR = Actor.system(TenantId.of("acme"), "operator");
    private static final Subscription CRM = new Subscription(OPERATOR.tenant(), "crm");
    private static final CustomerId ERIKA = CustomerId.of("4711");

    private final Memory crm = new Memory();
    private final DeliveryLedger ledger = new MemoryDeliveryLedger(crm);
    private final List<Long> received = new ArrayList<>();

    @TempDir
    private Path folder;

    /** No two changes are to the same name: one that changes nothing is no event. */
    private final AtomicInteger names = new AtomicInteger();

    private Instant now = Events.NOON;

    /** The portal on its file, while it runs. */
    private record Running(Portal portal, Profiles profiles, EventRelay relay, AtomicInteger names) {
        void change(int times) {
            for (int i = 0; i < times; i++) {
                ProfilePatch patch = ProfilePatch.builder()
                        .givenName("Name " + names.incrementAndGet())
                        .build();
                profiles.change(OPERATOR, ChangeProfile.of(ERIKA, patch));
            }
        }

        DeadLetter letter() {
            PageRequest first = PageRequest.first(10);
            return portal.subscriptions()
                    .deadLetters(OPERATOR, CRM.name(), first)
                    .items()
                    .get(0);
        }
    }

    @BeforeEach
    void tenAreDeliveredAndThreeOfThemLost() throws IOException {
        run(portal -> {
            portal.change(7);
            portal.relay().run();
        });
        Files.copy(folder.resolve("portal.mv.db"), folder.resolve("backup"));
        run(portal -> {
            portal.change(3);
            portal.relay().run();
        });
        assertThat(received).hasSize(10);
        received.clear();
        Files.copy(folder.resolve("backup"), folder.resolve("portal.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        now = now.plusMillis(10);
    }

    @Test
    void whatHasANumberOfThoseThatWereLostIsNotTakenForThem() {
        run(portal -> {
            portal.change(1);
            assertThat(portal.relay().run()).isEqualTo(new RelayRun(0, 1, 1, 0));
            assertThat(portal.letter().sequence()).isEqualTo(8);
            assertThat(portal.letter().failure()).endsWith("Conflict delivery.history-changed");
        });
    }

    /** The lost three are with the receiver, who gets the new three as well. */
    @Test
    void onceTheLedgerForgetsTheNewOnesArrive() {
        run(portal -> {
            portal.change(3);
            portal.relay().run();
            crm.write(tx -> {
                ledger.forget(tx, CRM);
                return true;
            });
            portal.portal().subscriptions().resume(OPERATOR, MendLane.of(portal.letter()));
            assertThat(portal.relay().run()).isEqualTo(new RelayRun(3, 0, 0, 0));
            assertThat(received).containsExactly(8L, 9L, 10L);
        });
    }

    @Test
    void numbersThatAreRaisedBeforeArriveAtOnce() throws SQLException {
        try (HikariDataSource pool = Pooled.file(folder.resolve("portal")).open(1);
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE portal_lane SET sequence = sequence + 1000000");
            statement.execute("UPDATE portal_subscription_lane SET fence = fence + 1000000");
        }
        run(portal -> {
            portal.change(3);
            assertThat(portal.relay().run()).isEqualTo(new RelayRun(3, 0, 0, 0));
            assertThat(received).containsExactly(1_000_008L, 1_000_009L, 1_000_010L);
        });
    }

    private EventRelay relay(Portal portal) {
        IdempotentSubscriber once = IdempotentSubscriber.of(
                CRM.name(),
                crm,
                ledger,
                (tx, delivery) -> received.add(delivery.event().sequence()));
        return portal.relay(once.on(RelayTerms.standard().retrying(1, Duration.ofMillis(1), Duration.ofMillis(1))));
    }

    /** Its last connection closes the file. */
    private void run(Consumer<Running> work) {
        try (HikariDataSource pool = Pooled.file(folder.resolve("portal")).open(2)) {
            Database db = Pooled.database(pool);
            try (Portal portal =
                    Portal.builder(JdbcCoreStorage.on(db)).clock(() -> now).build()) {
                work.accept(new Running(portal, Profiles.of(portal, JdbcProfileStorage.on(db)), relay(portal), names));
            }
        }
    }
}
