// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.crypto.TenantKeyStore;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Race;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Two hosts, each joined by a part that holds its own row and wants the other one's: storage has to fail one. */
final class JoinedCircle<H> {
    private static final String LOST = "storage.transaction-lost";

    private final JoiningFixture<H> fixture;
    private final CountDownLatch bothHoldOne = new CountDownLatch(2);
    private final AtomicInteger met = new AtomicInteger();

    /** Whose store has failed under the part. */
    private final Set<Integer> told = ConcurrentHashMap.newKeySet();

    /** What the part threw at its host. */
    private final Map<Integer, StorageFailure> thrown = new ConcurrentHashMap<>();

    JoinedCircle(JoiningFixture<H> fixture) {
        this.fixture = fixture;
    }

    /** The part catches the failure itself, or lets it through. */
    void assertOnlyPartsAreTakenBack(boolean caught) {
        List<Outcome<Boolean>> hosts = Race.of(2, runner -> fixture.joined(() -> host(runner, caught)));

        // where one lock is for all rows, the two did not meet and nobody failed
        assertThat(told.isEmpty()).as("nobody gave way").isEqualTo(met.get() < 2);
        assertThat(told).allSatisfy(runner -> {
            StorageFailure failure = thrown.get(runner);
            assertThat(failure).as("what the part threw").isNotNull();
            assertThat(fixture.isThere("mark-" + runner))
                    .as("a write of the part")
                    .isFalse();
            // storage that can't take back a part says so, and then it is the host that rolls back
            boolean lost = failure != null && LOST.equals(failure.code());
            assertThat(hosts.get(runner).isSuccess()).as("the host goes on").isNotEqualTo(lost);
            assertThat(fixture.isThere("before-" + runner)).isNotEqualTo(lost);
            assertThat(fixture.isThere("after-" + runner)).isNotEqualTo(lost);
        });
    }

    private boolean host(int runner, boolean caught) {
        fixture.puts("before-" + runner);
        try {
            fixture.part((tx, keys) -> part(runner, tx, keys, caught));
        } catch (StorageFailure failure) {
            thrown.put(runner, failure);
            if (LOST.equals(failure.code())) {
                throw failure;
            }
        }
        return fixture.puts("after-" + runner);
    }

    private boolean part(int runner, Tx tx, TenantKeyStore keys, boolean caught) {
        Keys.put(keys, tx, "mark-" + runner);
        Keys.put(keys, tx, "row-" + runner);
        met.addAndGet(Keys.isMet(bothHoldOne) ? 1 : 0);
        try {
            return Keys.put(keys, tx, "row-" + (1 - runner));
        } catch (StorageFailure failure) {
            told.add(runner);
            if (caught) {
                return true;
            }
            throw failure;
        }
    }
}
