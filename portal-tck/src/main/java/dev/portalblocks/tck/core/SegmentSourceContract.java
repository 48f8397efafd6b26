// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.SegmentSource;
import dev.portalblocks.core.model.CustomerId;
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

/** The promises of {@link SegmentSource}: implement it in a test class and return the source to be tested. */
@ContractOf(SegmentSource.class)
public interface SegmentSourceContract {
    /** The company of most tests. */
    TenantId ACME = TenantId.of("acme");
    /** The customer of most tests. */
    CustomerId ERIKA = CustomerId.of("4711");
    /** Another customer. */
    CustomerId MAX = CustomerId.of("4712");

    /** Returns a source that knows nothing yet, how to fill it, and its domain; asked once, at the beginning of each test. */
    StoreFixture<Filled> fixture();

    /** A source, and whatever says which customer is in which segment. */
    interface Filled {
        /** Returns what is tested. */
        SegmentSource source();

        /** Puts a customer into these segments and no other, in the transaction. */
        void put(Tx tx, TenantId tenant, CustomerId customer, Set<String> all);
    }

    /** Several of them, and somebody who is unknown. */
    @Test
    @Promise(1)
    default void aCustomerIsInExactlyTheSegmentsThatWereGiven() {
        StoreFixture<Filled> source = fixture();
        put(source, ACME, ERIKA, "premium", "new");
        put(source, ACME, MAX, "new");

        assertThat(of(source, ACME, ERIKA)).containsExactlyInAnyOrder("premium", "new");
        assertThat(of(source, ACME, MAX)).containsExactly("new");
        assertThat(of(source, ACME, CustomerId.of("nobody"))).isEmpty();
    }

    /** Of a customer and of what is theirs; not even those that are the same to some databases. */
    @Test
    @Promise(1)
    default void namesThatLookAlikeAreDifferent() {
        StoreFixture<Filled> source = fixture();
        List<String> names = Awkward.identifiers();
        names.forEach(name -> put(source, ACME, CustomerId.of(name), name));

        assertThat(names)
                .allSatisfy(name ->
                        assertThat(of(source, ACME, CustomerId.of(name))).containsExactly(name));
    }

    /** One transaction after the other. */
    @Test
    @Promise(2)
    default void aChangeCountsForTheNextTransaction() {
        StoreFixture<Filled> source = fixture();
        put(source, ACME, ERIKA, "premium");
        assertThat(of(source, ACME, ERIKA)).containsExactly("premium");
        put(source, ACME, ERIKA, "new");
        assertThat(of(source, ACME, ERIKA)).containsExactly("new");
        put(source, ACME, ERIKA);
        assertThat(of(source, ACME, ERIKA)).isEmpty();
    }

    /** What ends while an operation runs counts no more for what that asks then. */
    @Test
    @Promise(2)
    default void aChangeCountsWithinAWritingTransaction() {
        StoreFixture<Filled> source = fixture();
        put(source, ACME, ERIKA, "premium");
        try (Companion other = new Companion()) {
            source.change((tx, filled) -> {
                assertThat(filled.source().segmentsOf(tx, ACME, ERIKA)).containsExactly("premium");
                other.does(() -> put(source, ACME, ERIKA));
                assertThat(filled.source().segmentsOf(tx, ACME, ERIKA)).isEmpty();
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
            put(source, TenantId.of(names.get(i)), ERIKA, "segment-" + i);
        }
        for (int i = 0; i < names.size(); i++) {
            assertThat(of(source, TenantId.of(names.get(i)), ERIKA))
                    .as(names.get(i))
                    .containsExactly("segment-" + i);
        }
        assertThat(of(source, TenantId.of("unknown"), ERIKA)).isEmpty();
    }

    private static boolean put(StoreFixture<Filled> source, TenantId tenant, CustomerId customer, String... all) {
        source.change((tx, filled) -> filled.put(tx, tenant, customer, Set.of(all)));
        return true;
    }

    private static Set<String> of(StoreFixture<Filled> source, TenantId tenant, CustomerId customer) {
        return source.read((tx, filled) -> filled.source().segmentsOf(tx, tenant, customer));
    }
}
