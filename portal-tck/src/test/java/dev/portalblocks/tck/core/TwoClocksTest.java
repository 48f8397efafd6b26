// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.content.memory.MemoryContentStore;
import dev.portalblocks.core.event.Delivery;
import dev.portalblocks.core.event.EventSubscriber;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.RevokeMandate;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.PortalException.AccessDenied;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.EventRelay;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.docs.Vault;
import dev.portalblocks.docs.jdbc.JdbcVaultStorage;
import dev.portalblocks.docs.model.Document;
import dev.portalblocks.docs.model.DocumentId;
import dev.portalblocks.docs.model.UploadDocument;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import dev.portalblocks.tck.jdbc.Databases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two nodes on one database whose clocks differ by an hour: nothing is lost, nothing comes twice, nothing is taken away. */
class TwoClocksTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final CustomerId ERIKAS = CustomerId.of("4711");
    private static final CustomerId MAXES = CustomerId.of("4712");
    private static final Actor ERIKA = Actor.customer(ACME, ERIKAS);
    private static final Actor PROGRAM = Actor.system(ACME, "program");

    private Instant now = Instant.parse("2027-01-04T08:00:00Z");

    static Stream<Arguments> all() {
        return Arrays.stream(Databases.values())
                .flatMap(kind -> Stream.of(-1, 1).map(hours -> Arguments.of(kind, Duration.ofHours(hours))));
    }

    /** While one delivers, the other looks for lanes that are free. */
    @ParameterizedTest
    @MethodSource("all")
    void noLeaseIsTakenFromANodeByAnothersClock(Databases kind, Duration ahead) {
        try (Nodes nodes = new Nodes(kind, ahead)) {
            List<Long> taken = new ArrayList<>();
            List<EventRelay> relays = new ArrayList<>();
            relays.add(nodes.right.relay(new Crm(taken, () -> relays.get(1).run())));
            relays.add(nodes.other.relay(new Crm(taken, () -> relays.get(0).run())));
            for (int i = 0; i < 12; i++) {
                change(i % 3 == 0 ? nodes.profiles : nodes.others, "N" + i);
                relays.get(i % 2).run();
                now = now.plusSeconds(i);
            }
            assertThat(taken).isEqualTo(LongStream.rangeClosed(1, 12).boxed().toList());
        }
    }

    /** The one whose clock is ahead purges, and the one behind repeats. */
    @ParameterizedTest
    @MethodSource("all")
    void aRepeatFindsItsFirstTryOnTheOtherNode(Databases kind, Duration ahead) {
        try (Nodes nodes = new Nodes(kind, ahead)) {
            IdempotencyKey key = IdempotencyKey.of("once");
            GrantMandate command = new GrantMandate(
                    ERIKAS, MAXES, Mandate.Kind.HOUSEHOLD, Set.of(Mandate.EVERYTHING), null, null, key);
            Mandate first = nodes.right.mandates().grant(ERIKA, command);
            now = now.plus(Duration.ofDays(30).minusHours(2));
            for (Portal node : List.of(nodes.other, nodes.right)) {
                node.housekeeping().purgeIdempotencyKeys(PROGRAM);
                assertThat(node.mandates().grant(ERIKA, command).id()).isEqualTo(first.id());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRevocationCountsOnTheOtherNodeAtOnce(Databases kind, Duration ahead) {
        try (Nodes nodes = new Nodes(kind, ahead)) {
            Actor max = Actor.customer(ACME, MAXES).actingFor(ERIKAS);
            Mandate mandate =
                    nodes.right.mandates().grant(ERIKA, GrantMandate.everything(ERIKAS, MAXES, Mandate.Kind.HOUSEHOLD));
            now = now.plus(Duration.ofHours(2));
            change(nodes.profiles, "Erika");
            assertThat(nodes.others.read(max, ERIKAS).version()).isEqualTo(1);
            nodes.right.mandates().revoke(ERIKA, RevokeMandate.of(mandate.id()));
            for (Profiles node : List.of(nodes.others, nodes.profiles)) {
                assertThatThrownBy(() -> node.read(max, ERIKAS)).isInstanceOf(AccessDenied.class);
            }
        }
    }

    /** Whatever the clock says that it is old by. */
    @ParameterizedTest
    @MethodSource("all")
    void noEventGoesThatASubscriberHasStillToGet(Databases kind, Duration ahead) {
        try (Nodes nodes = new Nodes(kind, ahead)) {
            List<Long> taken = new ArrayList<>();
            EventRelay relay = nodes.right.relay(new Crm(taken, () -> {}));
            change(nodes.profiles, "first");
            relay.run();
            now = now.plus(Duration.ofDays(31));
            change(nodes.others, "second");
            now = now.plus(Duration.ofDays(31));
            change(nodes.profiles, "third");
            run(nodes.other, "core.event.expire");
            relay.run();
            assertThat(taken).containsExactly(1L, 2L, 3L);
            run(nodes.right, "core.event.expire");
            run(nodes.other, "core.event.expire");
            assertThat(relay.run().delivered()).isZero();
        }
    }

    /** The other sweeps while the bytes flow. */
    @ParameterizedTest
    @MethodSource("all")
    void noUploadIsSweptByAnothersClock(Databases kind, Duration ahead) {
        try (Nodes nodes = new Nodes(kind, ahead)) {
            byte[] bytes = {1, 2, 3};
            InputStream swept = new ByteArrayInputStream(bytes) {
                @Override
                public synchronized int read(byte[] into, int offset, int length) {
                    nodes.other.contentCare().sweep(PROGRAM);
                    now = now.plusSeconds(31);
                    return super.read(into, offset, length);
                }
            };
            Document document = nodes.vault.upload(ERIKA, UploadDocument.of(ERIKAS, "Brief.txt"), swept);
            nodes.other.contentCare().sweep(PROGRAM);
            assertThat(bytes(nodes.vault, document.id())).isEqualTo(bytes);
        }
    }

    private static byte[] bytes(Vault vault, DocumentId document) {
        try (InputStream open = vault.open(ERIKA, document)) {
            return open.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Portal node, String task) {
        node.maintenance().stream()
                .filter(one -> one.name().equals(task))
                .forEach(one -> one.work().run());
    }

    private static void change(Profiles node, String name) {
        node.change(
                ERIKA,
                ChangeProfile.of(ERIKAS, ProfilePatch.builder().givenName(name).build()));
    }

    /** One whose clock is right, and one whose is not. */
    private final class Nodes implements AutoCloseable {
        private final Portal right;
        private final Portal other;
        private final Profiles profiles;
        private final Profiles others;
        private final Vault vault;

        Nodes(Databases kind, Duration ahead) {
            Database db = kind.database();
            JdbcCoreStorage storage = JdbcCoreStorage.on(db, new MemoryContentStore());
            right = Portal.builder(storage).clock(() -> now).build();
            other = Portal.builder(storage).clock(() -> now.plus(ahead)).build();
            profiles = Profiles.of(right, JdbcProfileStorage.on(db));
            others = Profiles.of(other, JdbcProfileStorage.on(db));
            vault = Vault.of(right, JdbcVaultStorage.on(db));
            Vault.of(other, JdbcVaultStorage.on(db));
        }

        @Override
        public void close() {
            right.close();
            other.close();
        }
    }

    /** Writes down what it got, when the others have had their turn. */
    private record Crm(List<Long> taken, Runnable meanwhile) implements EventSubscriber {
        @Override
        public String name() {
            return "crm";
        }

        @Override
        public void receive(Delivery delivery) {
            meanwhile.run();
            taken.add(delivery.event().sequence());
        }
    }
}
