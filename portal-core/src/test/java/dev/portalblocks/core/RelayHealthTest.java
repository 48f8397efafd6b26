// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.event.Delivery;
import dev.portalblocks.core.event.EventSubscriber;
import dev.portalblocks.core.event.MendLane;
import dev.portalblocks.core.event.RelayTerms;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Health.Finding;
import dev.portalblocks.core.model.Health.Status;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an operator sees of a subscriber that does not get its events. */
class RelayHealthTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Actor OPERATOR = Actor.agent(ACME, "otto", "operator");

    private final Memory memory = new Memory();
    private Instant now = Instant.parse("2027-01-04T08:00:00Z");
    private final Portal portal =
            Portal.builder(MemoryCoreStorage.in(memory)).clock(() -> now).build();
    private final Profiles profiles = Profiles.of(portal, MemoryProfileStorage.in(memory));
    private final Crm crm = new Crm();
    private int changes;

    @Test
    void aSubscriberThatGetsEverythingIsUp() {
        serve();
        change("4711");
        run();
        assertThat(found()).isEqualTo(Finding.up(figures(0, 0)));
    }

    @Test
    void aDeadLetterIsSeenUntilSomebodyDecides() {
        serve();
        crm.refused.add("4711");
        change("4711");
        change("4712");
        for (int i = 0; i < 12; i++) {
            run();
            now = now.plusSeconds(600);
        }
        run();
        assertThat(found()).isEqualTo(Finding.behind("relay.crm.stopped", figures(1, 0)));
        assertThat(portal.health().status()).isEqualTo(Status.BEHIND);
        portal.subscriptions()
                .deadLetters(OPERATOR, "crm", PageRequest.first(10))
                .items()
                .forEach(letter ->
                        portal.subscriptions().skip(OPERATOR, new MendLane("crm", letter.lane(), letter.sequence())));
        assertThat(found()).isEqualTo(Finding.up(figures(0, 0)));
    }

    /** Each run ends well, and each attempt is soon after the last. */
    @Test
    void whatIsRefusedForMoreThanAMinuteIsSeen() {
        serve();
        crm.refused.add("4711");
        change("4711");
        for (int i = 0; i < 6; i++) {
            change("4712");
            run();
            now = now.plusSeconds(12);
        }
        run();
        assertThat(found()).isEqualTo(Finding.behind("relay.crm.behind", figures(0, 72)));
        crm.refused.clear();
        now = now.plusSeconds(600);
        run();
        assertThat(found().status()).isEqualTo(Status.UP);
    }

    @Test
    void aSubscriberThatNobodyServesIsBehindFromTheOldestEventOn() {
        change("4711");
        now = now.plusSeconds(3_600);
        serve();
        assertThat(found()).isEqualTo(Finding.behind("relay.crm.behind", figures(0, 3_600)));
        run();
        change("4712");
        now = now.plusSeconds(60);
        assertThat(found()).isEqualTo(Finding.up(figures(0, 60)));
        now = now.plusSeconds(1);
        assertThat(found()).isEqualTo(Finding.behind("relay.crm.behind", figures(0, 61)));
    }

    /** The node that leased them is gone: nobody gets them before its lease is over. */
    @Test
    void whatWasDividedAndIsNotDeliveredWaits() {
        serve();
        crm.dies = true;
        change("4711");
        assertThatThrownBy(this::run).isInstanceOf(InternalError.class).hasMessage("gone");
        crm.dies = false;
        now = now.plusSeconds(59);
        run();
        assertThat(crm.taken).isZero();
        now = now.plusSeconds(2);
        assertThat(found()).isEqualTo(Finding.behind("relay.crm.behind", figures(0, 61)));
        run();
        assertThat(crm.taken).isEqualTo(1);
        assertThat(found()).isEqualTo(Finding.up(figures(0, 0)));
    }

    @Test
    void aTaskThatIsRunNoMoreIsOverdue() {
        serve();
        run();
        now = now.plusSeconds(60);
        assertThat(task("relay.crm").status()).isEqualTo(Status.UP);
        now = now.plusSeconds(1);
        assertThat(task("relay.crm")).isEqualTo(Finding.behind("task.overdue", Map.of("secondsSince", 61L)));
    }

    /** Ten times as long as it should take, for other nodes have their turns as well. */
    @Test
    void aTaskOfTheHourMayBeLateByTenHours() {
        portal.housekeeping();
        run("core.idempotency.purge");
        now = now.plus(Duration.ofHours(10));
        assertThat(task("core.idempotency.purge").status()).isEqualTo(Status.UP);
        now = now.plusSeconds(1);
        assertThat(task("core.idempotency.purge").code()).isEqualTo("task.overdue");
    }

    private void serve() {
        portal.relay(crm);
    }

    private void run() {
        run("relay.crm");
    }

    private void run(String name) {
        portal.maintenance().stream()
                .filter(task -> task.name().equals(name))
                .forEach(task -> task.work().run());
    }

    private Finding found() {
        return portal.health().findPart("relay.crm").orElseThrow();
    }

    private Finding task(String name) {
        return portal.health().findPart("task." + name).orElseThrow();
    }

    private static Map<String, Long> figures(long stopped, long seconds) {
        return Map.of("tenants", 1L, "stopped", stopped, "seconds", seconds, "all", 1L);
    }

    private void change(String customer) {
        CustomerId number = CustomerId.of(customer);
        profiles.change(
                Actor.customer(ACME, number),
                ChangeProfile.of(
                        number,
                        ProfilePatch.builder().givenName("N" + changes++).build()));
    }

    /** Refuses what concerns some customers. */
    private static final class Crm implements EventSubscriber {
        private final Set<String> refused = new HashSet<>();
        private boolean dies;
        private int taken;

        @Override
        public String name() {
            return "crm";
        }

        @Override
        public RelayTerms terms() {
            return RelayTerms.standard();
        }

        @Override
        public void receive(Delivery delivery) {
            if (dies) {
                throw new InternalError("gone"); // the machine's own, which is no refusal
            }
            if (refused.stream().anyMatch(delivery.event().lane().toString()::contains)) {
                throw new IllegalStateException("refused");
            }
            taken++;
        }
    }
}
