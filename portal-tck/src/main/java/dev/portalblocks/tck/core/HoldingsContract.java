// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Holdings;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.StoreFixture;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The promises of {@link Holdings}: implement it in a test class and return the source to be tested. */
@ContractOf(Holdings.class)
public interface HoldingsContract {
    /** The company of most tests. */
    TenantId ACME = TenantId.of("acme");
    /** The customer of most tests. */
    CustomerId ERIKA = CustomerId.of("4711");
    /** Another customer. */
    CustomerId MAX = CustomerId.of("4712");

    /** Returns a source that knows nothing yet, how to fill it, and its domain; asked once, at the beginning of each test. */
    StoreFixture<Filled> fixture();

    /** A source, and whatever says what a customer owns. */
    interface Filled {
        /** Returns what is tested. */
        Holdings source();

        /** Gives a customer these things and no other, in the transaction. */
        void put(Tx tx, TenantId tenant, CustomerId customer, Set<ObjectRef> all);
    }

    /** Several of them, and somebody who is unknown. */
    @Test
    @Promise(1)
    default void aCustomerOwnsExactlyWhatWasGiven() {
        StoreFixture<Filled> source = fixture();
        put(source, ACME, ERIKA, ObjectRef.of("product", "hausrat"), ObjectRef.of("contract", "hausrat"));
        put(source, ACME, MAX, ObjectRef.of("contract", "hausrat"));

        assertThat(of(source, ACME, ERIKA))
                .containsExactlyInAnyOrder(ObjectRef.of("product", "hausrat"), ObjectRef.of("contract", "hausrat"));
        assertThat(of(source, ACME, MAX)).containsExactly(ObjectRef.of("contract", "hausrat"));
        assertThat(of(source, ACME, CustomerId.of("nobody"))).isEmpty();
    }

    /** Of a customer and of what is theirs; not even those that are the same to some databases. */
    @Test
    @Promise(1)
    default void namesThatLookAlikeAreDifferent() {
        StoreFixture<Filled> source = fixture();
        List<String> names = Awkward.identifiers();
        names.forEach(name -> put(source, ACME, CustomerId.of(name), ObjectRef.of("contract", name)));

        assertThat(names)
                .allSatisfy(name -> assertThat(of(source, ACME, CustomerId.of(name)))
                        .containsExactly(ObjectRef.of("contract", name)));
    }

    /** One transaction after the other. */
    @Test
    @Promise(2)
    default void aChangeCountsForTheNextTransaction() {
        StoreFixture<Filled> source = fixture();
        put(source, ACME, ERIKA, ObjectRef.of("product", "hausrat"));
        assertThat(of(source, ACME, ERIKA)).containsExactly(ObjectRef.of("product", "hausrat"));
        put(source, ACME, ERIKA, ObjectRef.of("contract", "hausrat"));
        assertThat(of(source, ACME, ERIKA)).containsExactly(ObjectRef.of("contract", "hausrat"));
        put(source, ACME, ERIKA);
        assertThat(of(source, ACME, ERIKA)).isEmpty();
    }

    /** What ends while an operation runs counts no more for what that asks then. */
    @Test
    @Promise(2)
    default void aChangeCountsWithinAWritingTransaction() {
        StoreFixture<Filled> source = fixture();
        put(source, ACME, ERIKA, ObjectRef.of("product", "hausrat"));
        try (Companion other = new Companion()) {
            source.change((tx, filled) -> {
                assertThat(filled.source().holdingsOf(tx, ACME, ERIKA))
                        .containsExactly(ObjectRef.of("product", "hausrat"));
                other.does(() -> put(source, ACME, ERIKA));
                assertThat(filled.source().holdingsOf(tx, ACME, ERIKA)).isEmpty();
            });
        }
    }

    /** Not even those whose names are the same to some databases. */
    @Test
    @Promise(3)
    default void equalNumbersOfTwoTenantsAreTwoCustomers() {
        StoreFixture<Filled> source = fixture();
        List<String> names = Awkward.identifiers();
        for (int i = 0; i < names.size(); i++) {
            put(source, TenantId.of(names.get(i)), ERIKA, ObjectRef.of("contract", i));
        }
        for (int i = 0; i < names.size(); i++) {
            assertThat(of(source, TenantId.of(names.get(i)), ERIKA))
                    .as(names.get(i))
                    .containsExactly(ObjectRef.of("contract", i));
        }
        assertThat(of(source, TenantId.of("unknown"), ERIKA)).isEmpty();
    }

    private static boolean put(StoreFixture<Filled> source, TenantId tenant, CustomerId customer, ObjectRef... all) {
        source.change((tx, filled) -> filled.put(tx, tenant, customer, Set.of(all)));
        return true;
    }

    private static Set<ObjectRef> of(StoreFixture<Filled> source, TenantId tenant, CustomerId customer) {
        return source.read((tx, filled) -> filled.source().holdingsOf(tx, tenant, customer));
    }
}
