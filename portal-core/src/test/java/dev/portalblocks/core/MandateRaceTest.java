// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.RevokeMandate;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException.Conflict;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** However many give mandates at once: nobody who may act for another is acted for. */
class MandateRaceTest {
    private static final int THREADS = 8;
    private static final int ROUNDS = 60;
    private static final long SEED = Long.getLong("portal.seed", 4711);

    /** Each round three customers, so that the calls meet; each thread one mandate between two of them. */
    @Test
    void mandatesThatAreGivenAtOnceMakeNoChain() throws Exception {
        Random random = new Random(SEED);
        try (Portal portal = Portal.of(new Memory())) {
            int granted = 0;
            int refused = 0;
            for (int round = 0; round < ROUNDS; round++) {
                TenantId tenant = TenantId.of("acme-" + round);
                List<Callable<Boolean>> calls = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    int principal = random.nextInt(3);
                    int holder = (principal + 1 + random.nextInt(2)) % 3;
                    calls.add(() -> isGranted(portal, tenant, customer(principal), customer(holder)));
                }
                for (boolean done : atOnce(calls)) {
                    granted += done ? 1 : 0;
                    refused += done ? 0 : 1;
                }
                assertNoChain(portal, tenant, round);
            }
            assertThat(granted).as("seed %d", SEED).isPositive();
            assertThat(refused).as("seed %d", SEED).isPositive();
        }
    }

    private static void assertNoChain(Portal portal, TenantId tenant, int round) {
        Actor program = Actor.system(tenant, "program");
        Set<CustomerId> holders = new HashSet<>();
        Set<CustomerId> principals = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            portal.mandates().given(program, customer(i), PageRequest.first(100)).items().stream()
                    .filter(mandate -> mandate.revokedAt() == null)
                    .forEach(mandate -> {
                        holders.add(mandate.holder());
                        principals.add(mandate.principal());
                    });
        }
        assertThat(holders).as("round %d, seed %d", round, SEED).isNotEmpty().doesNotContainAnyElementsOf(principals);
    }

    private static boolean isGranted(Portal portal, TenantId tenant, CustomerId principal, CustomerId holder) {
        Actor giving = Actor.customer(tenant, principal);
        try {
            Mandate mandate =
                    portal.mandates().grant(giving, GrantMandate.everything(principal, holder, Mandate.Kind.HOUSEHOLD));
            if (mandate.id().value().hashCode() % 4 == 0) {
                portal.mandates().revoke(giving, RevokeMandate.of(mandate.id()));
                portal.mandates().grant(giving, GrantMandate.everything(principal, holder, Mandate.Kind.HOUSEHOLD));
            }
            return true;
        } catch (Conflict e) {
            assertThat(e.code()).isIn("mandate.chain", "mandate.circle");
            return false;
        }
    }

    private static CustomerId customer(int number) {
        return CustomerId.of("471" + number);
    }

    private static List<Boolean> atOnce(List<Callable<Boolean>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        CyclicBarrier start = new CyclicBarrier(calls.size());
        try {
            List<Future<Boolean>> begun = new ArrayList<>();
            for (Callable<Boolean> call : calls) {
                begun.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            List<Boolean> done = new ArrayList<>();
            for (Future<Boolean> one : begun) {
                done.add(one.get());
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }
}
