// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static dev.portalblocks.tck.core.Mandates.ALL;
import static dev.portalblocks.tck.core.Mandates.ANNA;
import static dev.portalblocks.tck.core.Mandates.ERIKA;
import static dev.portalblocks.tck.core.Mandates.MAX;
import static dev.portalblocks.tck.core.Mandates.NOON;
import static dev.portalblocks.tck.core.Mandates.insert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.MandateStore;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Promises 5 and 6 of {@link MandateStore}; part of {@link MandateStoreContract}. */
@ContractOf(MandateStore.class)
public interface MandateListContract {
    /** Returns a store without mandates, and its domain; asked once, at the beginning of each test. */
    StoreFixture<MandateStore> fixture();

    /** Of each customer on each side, for each of the scopes, open or not at all sorts of instants. */
    @Test
    @Promise(5)
    default void listReturnsWhatWasAskedForWithinTheScopeInOrder() {
        StoreFixture<MandateStore> store = fixture();
        List<Mandate> all = several(store, Seed.random());
        for (MandateStore.Side side : MandateStore.Side.values()) {
            for (CustomerId customer : List.of(ERIKA, MAX, ANNA)) {
                for (Instant at : new Instant[] {null, NOON, NOON.plusSeconds(1), NOON.plusSeconds(9)}) {
                    MandateStore.Query query = new MandateStore.Query(side, customer, at);
                    for (Scope scope : Mandates.scopes()) {
                        assertThat(Mandates.list(store, scope, query))
                                .as("%s in %s", query, scope)
                                .isEqualTo(all.stream()
                                        .filter(mandate -> query.asksFor(mandate) && mandate.isWithin(scope))
                                        .toList());
                    }
                }
            }
        }
    }

    /** In pages of every size, also when others come between two pages. */
    @Test
    @Promise(5)
    default void pagesShowEachMandateOnce() {
        StoreFixture<MandateStore> store = fixture();
        SplittableRandom random = Seed.random();
        several(store, random);
        MandateStore.Query query = Mandates.heldBy(ERIKA);
        List<Mandate> held = Mandates.list(store, ALL, query);
        assertThat(held).hasSizeGreaterThan(5);
        for (int limit = 1; limit <= held.size() + 1; limit++) {
            assertThat(Mandates.pages(store, query, limit, number -> {}))
                    .as("pages of %d", limit)
                    .isEqualTo(held);
        }
        List<Mandate> seen = Mandates.pages(
                store, query, 2, number -> insert(store, Mandates.mandate(Seed.uuid(random), ERIKA, ANNA)));
        assertThat(seen).doesNotHaveDuplicates().containsAll(held);
    }

    /** Also of a customer who has no mandate; who has waited sees the first one's. */
    @Test
    @Promise(6)
    default void aSecondLockWaitsForTheFirst() {
        StoreFixture<MandateStore> store = fixture();
        Mandate mandate = Mandates.mandate(Seed.random());
        try (Companion other = new Companion()) {
            Future<List<Mandate>> second = store.write((tx, mandates) -> {
                mandates.lock(tx, ALL, MAX);
                Future<List<Mandate>> begun = other.begins(() -> store.write((t, s) -> {
                    s.lock(t, ALL, MAX);
                    return s.list(t, ALL, Mandates.givenBy(MAX), null, 10);
                }));
                mandates.insert(tx, mandate);
                return begun;
            });
            assertThat(Outcome.of(second).orFail()).containsExactly(mandate);
        }
    }

    /** Another one, and one of the same number in another tenant. */
    @Test
    @Promise(6)
    default void anotherCustomersLockDoesNotWait() {
        StoreFixture<MandateStore> store = fixture();
        try (Companion other = new Companion()) {
            boolean done = store.write((tx, mandates) -> {
                mandates.lock(tx, ALL, MAX);
                return other.does(() -> store.write((t, s) -> {
                    s.lock(t, ALL, ERIKA);
                    s.lock(t, Scope.wholeTenant(Mandates.OTHER), MAX);
                    return true;
                }));
            });
            assertThat(done).isTrue();
        }
    }

    /** Makes mandates between all of three, some with an end, some revoked; returns them by the text of their ids. */
    /** Among many of all sorts of customers, for scopes of all sorts. */
    @Test
    @Promise(5)
    default void listSeesNoFurtherThanTheScope() {
        StoreFixture<MandateStore> store = fixture();
        List<Mandate> all = Mandates.ofAllSorts(Seed.random());
        all.forEach(mandate -> insert(store, mandate));
        for (Scope scope : Mandates.randomScopes()) {
            for (Mandate mandate : all) {
                MandateStore.Query query = Mandates.heldBy(mandate.holder());
                assertThat(Mandates.list(store, scope, query))
                        .as("%s in %s", query, scope)
                        .containsExactlyInAnyOrderElementsOf(all.stream()
                                .filter(other -> query.asksFor(other) && other.isWithin(scope))
                                .toList());
            }
        }
    }

    private static List<Mandate> several(StoreFixture<MandateStore> store, SplittableRandom random) {
        List<Mandate> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            for (List<CustomerId> two : List.of(List.of(ERIKA, MAX), List.of(ERIKA, ANNA), List.of(ANNA, MAX))) {
                Mandate mandate = Mandates.mandate(Seed.uuid(random), two.get(0), two.get(1));
                Mandate ending = i % 3 == 0 ? Mandates.ending(NOON.plusSeconds(i), mandate) : mandate;
                all.add(i % 3 == 1 ? ending.revoked(NOON) : ending);
            }
        }
        all.forEach(mandate -> insert(store, mandate));
        all.sort(Comparator.comparing(mandate -> mandate.id().toString()));
        return all;
    }
}
