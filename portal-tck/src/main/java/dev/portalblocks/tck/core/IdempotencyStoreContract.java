// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.IdempotencyClaim;
import dev.portalblocks.core.operation.IdempotencyStore;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The promises of {@link IdempotencyStore}: implement it in a test class and return the store to be tested. */
@ContractOf(IdempotencyStore.class)
public interface IdempotencyStoreContract {
    /** The tenant of most claims. */
    TenantId ACME = TenantId.of("acme");

    /** When most claims are made. */
    Instant NOON = Instant.parse("2027-01-01T12:00:00Z");

    /** Returns a store without claims and its domain; asked once, at the beginning of each test. */
    StoreFixture<IdempotencyStore> fixture();

    /** With all components, however often it is asked. */
    @Test
    @Promise(1)
    default void aRepeatedClaimIsAnsweredWithTheFirst() {
        StoreFixture<IdempotencyStore> claims = fixture();
        int number = 0;
        for (Instant at : Awkward.instants()) {
            IdempotencyClaim first = of(ACME, number++, 1, at);
            assertThat(claim(claims, first)).isEmpty();
            assertThat(claim(claims, first)).contains(first);
            assertThat(claim(claims, of(ACME, number - 1, 2, NOON))).contains(first);
            assertThat(claim(claims, of(ACME, number - 1, 3, NOON))).as("again").contains(first);
        }
    }

    /** The same inside one transaction. */
    @Test
    @Promise(1)
    default void aClaimIsSeenByItsOwnTransaction() {
        StoreFixture<IdempotencyStore> claims = fixture();
        claims.change((tx, store) -> {
            assertThat(store.claim(tx, of(ACME, 1, 1, NOON))).isEmpty();
            assertThat(store.claim(tx, of(ACME, 1, 2, NOON))).contains(of(ACME, 1, 1, NOON));
        });
    }

    /** And gets its claim. */
    @Test
    @Promise(2)
    default void aConcurrentSecondWaitsForTheFirstToCommit() {
        StoreFixture<IdempotencyStore> claims = fixture();
        try (Companion other = new Companion()) {
            Future<Optional<IdempotencyClaim>> second = claims.write((tx, store) -> {
                store.claim(tx, of(ACME, 1, 1, NOON));
                Future<Optional<IdempotencyClaim>> begun = other.begins(() -> claim(claims, of(ACME, 1, 2, NOON)));
                assertThat(begun).as("the second, before the first has ended").isNotDone();
                return begun;
            });
            assertThat(Outcome.of(second).orFail()).contains(of(ACME, 1, 1, NOON));
        }
    }

    /** And is the first then. */
    @Test
    @Promise(2)
    default void aConcurrentSecondTakesThePlaceOfOneThatIsRolledBack() {
        StoreFixture<IdempotencyStore> claims = fixture();
        Deque<Future<Optional<IdempotencyClaim>>> second = new ArrayDeque<>();
        try (Companion other = new Companion()) {
            claims.rollBack((tx, store) -> {
                store.claim(tx, of(ACME, 1, 1, NOON));
                second.add(other.begins(() -> claim(claims, of(ACME, 1, 2, NOON))));
            });
            assertThat(Outcome.of(second.getLast()).orFail()).isEmpty();
        }
        assertThat(claim(claims, of(ACME, 1, 3, NOON))).contains(of(ACME, 1, 2, NOON));
    }

    /** Sixteen at once: one is first, and all others hear of it. */
    @Test
    @Promise(2)
    default void ofManyAtOnceOneIsFirst() {
        StoreFixture<IdempotencyStore> claims = fixture();
        List<Optional<IdempotencyClaim>> answers =
                Race.of(16, runner -> claim(claims, of(ACME, 1, runner, NOON))).stream()
                        .map(Outcome::orFail)
                        .toList();
        int first = IntStream.range(0, answers.size())
                .filter(runner -> answers.get(runner).isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nobody was first"));

        assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(answers)
                .filteredOn(Optional::isPresent)
                .allSatisfy(answer -> assertThat(answer).contains(of(ACME, 1, first, NOON)));
    }

    /** The next one is the first. */
    @Test
    @Promise(3)
    default void aRolledBackTransactionLeavesNoClaim() {
        StoreFixture<IdempotencyStore> claims = fixture();
        claims.rollBack((tx, store) -> {
            store.claim(tx, of(ACME, 1, 1, NOON));
            store.claim(tx, of(ACME, 2, 1, NOON));
        });
        assertThat(claim(claims, of(ACME, 2, 2, NOON))).isEmpty();
        assertThat(claim(claims, of(ACME, 1, 2, NOON))).isEmpty();
    }

    /** Not even those whose names are the same to some databases. */
    @Test
    @Promise(4)
    default void tenantsDoNotShareFingerprints() {
        StoreFixture<IdempotencyStore> claims = fixture();
        for (String name : Awkward.identifiers()) {
            assertThat(claim(claims, of(TenantId.of(name), 1, 1, NOON)))
                    .as(name)
                    .isEmpty();
        }
        for (String name : Awkward.identifiers()) {
            assertThat(claim(claims, of(TenantId.of(name), 1, 2, NOON)))
                    .as(name)
                    .contains(of(TenantId.of(name), 1, 1, NOON));
        }
    }

    /** To the microsecond. */
    @Test
    @Promise(5)
    default void purgeRemovesWhatWasMadeBeforeTheInstant() {
        StoreFixture<IdempotencyStore> claims = fixture();
        claim(claims, of(ACME, 1, 1, NOON.minus(1, ChronoUnit.MICROS)));
        claim(claims, of(ACME, 2, 1, NOON));
        claim(claims, of(ACME, 3, 1, NOON.plus(1, ChronoUnit.MICROS)));
        claim(claims, of(ACME, 4, 1, NOON.minus(3_000, ChronoUnit.DAYS)));

        assertThat(purge(claims, NOON, 100)).isEqualTo(2);
        assertThat(purge(claims, NOON, 100)).as("again").isZero();
        List<Boolean> kept = IntStream.rangeClosed(1, 4)
                .mapToObj(number -> claim(claims, of(ACME, number, 2, NOON)).isPresent())
                .toList();
        assertThat(kept).containsExactly(false, true, true, false);
    }

    /** The rest goes with the next call. */
    @Test
    @Promise(5)
    default void purgeRemovesNoMoreThanItsLimit() {
        StoreFixture<IdempotencyStore> claims = fixture();
        IntStream.range(0, 7).forEach(number -> claim(claims, of(ACME, number, 1, NOON)));
        Instant later = NOON.plusSeconds(1);

        assertThat(purge(claims, later, 3)).isEqualTo(3);
        assertThat(purge(claims, later, 3)).isEqualTo(3);
        assertThat(purge(claims, later, 3)).isEqualTo(1);
        assertThat(purge(claims, later, 3)).isZero();
    }

    /** Of those alone for whom it is called. */
    @Test
    @Promise(5)
    default void purgeLeavesOtherTenantsAlone() {
        StoreFixture<IdempotencyStore> claims = fixture();
        TenantId other = TenantId.of("other");
        claim(claims, of(ACME, 1, 1, NOON));
        claim(claims, of(other, 1, 1, NOON));

        assertThat(purge(claims, NOON.plusSeconds(1), 100)).isEqualTo(1);
        assertThat(claim(claims, of(other, 1, 2, NOON))).contains(of(other, 1, 1, NOON));
    }

    private static IdempotencyClaim of(TenantId tenant, int fingerprint, int attempt, Instant at) {
        return new IdempotencyClaim(tenant, hex(fingerprint), hex(attempt), new UUID(Seed.value(), attempt), at);
    }

    private static String hex(int number) {
        return String.format(Locale.ROOT, "%064x", number);
    }

    private static Optional<IdempotencyClaim> claim(StoreFixture<IdempotencyStore> claims, IdempotencyClaim claim) {
        return claims.write((tx, store) -> store.claim(tx, claim));
    }

    private static int purge(StoreFixture<IdempotencyStore> claims, Instant before, int limit) {
        return claims.write((tx, store) -> store.purge(tx, ACME, before, limit));
    }
}
