// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static dev.portalblocks.tck.core.Mandates.ACME;
import static dev.portalblocks.tck.core.Mandates.ANNA;
import static dev.portalblocks.tck.core.Mandates.ERIKA;
import static dev.portalblocks.tck.core.Mandates.MAX;
import static dev.portalblocks.tck.core.Mandates.TERMS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.MandateSource;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The promises of {@link MandateSource}: implement it in a test class and return the source to be tested. */
@ContractOf(MandateSource.class)
public interface MandateSourceContract {
    /** Returns a source without mandates, how to fill it, and its domain; asked once, at the beginning of each test. */
    StoreFixture<Filled> fixture();

    /** A source, and whatever says who may act for whom. */
    interface Filled {
        /** Returns what is tested. */
        MandateSource source();

        /** Gives the holder one more mandate for the principal. */
        void give(Tx tx, TenantId tenant, CustomerId holder, CustomerId principal, Mandate.Terms terms);

        /** Takes back all that the holder has for the principal. */
        void takeBack(Tx tx, TenantId tenant, CustomerId holder, CustomerId principal);
    }

    /** Of every kind, whenever they begin and end, with every set of permissions. */
    @Test
    @Promise(1)
    default void everyMandateOfTheTwoIsReturnedAsItIs() {
        StoreFixture<Filled> source = fixture();
        List<Mandate.Terms> given = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            given.add(Mandates.terms(number));
            give(source, ACME, ERIKA, MAX, Mandates.terms(number));
        }
        give(source, ACME, ERIKA, ANNA, TERMS);
        give(source, ACME, ANNA, MAX, TERMS);

        assertThat(termsOf(source, ACME, ERIKA, MAX)).containsExactlyInAnyOrderElementsOf(given);
        assertThat(termsOf(source, ACME, ERIKA, ANNA)).containsExactly(TERMS);
        assertThat(termsOf(source, ACME, ERIKA, CustomerId.of("nobody"))).isEmpty();
    }

    /** What one may do for the other, the other may not do for the one. */
    @Test
    @Promise(1)
    default void aMandateHasADirection() {
        StoreFixture<Filled> source = fixture();
        give(source, ACME, ERIKA, MAX, TERMS);

        assertThat(termsOf(source, ACME, ERIKA, MAX)).containsExactly(TERMS);
        assertThat(termsOf(source, ACME, MAX, ERIKA)).isEmpty();
    }

    /** And no other with it; what is given again counts again. */
    @Test
    @Promise(2)
    default void whatWasTakenBackIsNotReturned() {
        StoreFixture<Filled> source = fixture();
        give(source, ACME, ERIKA, MAX, TERMS);
        give(source, ACME, ANNA, MAX, TERMS);
        assertThat(termsOf(source, ACME, ERIKA, MAX)).containsExactly(TERMS);

        takeBack(source, ACME, ERIKA, MAX);
        assertThat(termsOf(source, ACME, ERIKA, MAX)).isEmpty();
        assertThat(termsOf(source, ACME, ANNA, MAX)).containsExactly(TERMS);

        give(source, ACME, ERIKA, MAX, Mandates.terms(2));
        assertThat(termsOf(source, ACME, ERIKA, MAX)).containsExactly(Mandates.terms(2));
    }

    /** A mandate that is taken back while an operation runs counts no more for what that asks then. */
    @Test
    @Promise(2)
    default void aRevocationCountsWithinAWritingTransaction() {
        StoreFixture<Filled> source = fixture();
        give(source, ACME, ERIKA, MAX, TERMS);
        try (Companion other = new Companion()) {
            source.change((tx, filled) -> {
                assertThat(filled.source().termsOf(tx, ACME, ERIKA, MAX)).containsExactly(TERMS);
                other.does(() -> takeBack(source, ACME, ERIKA, MAX));
                assertThat(filled.source().termsOf(tx, ACME, ERIKA, MAX)).isEmpty();
            });
        }
    }

    /** Of tenants and of customers; not even those that are the same to some databases. */
    @Test
    @Promise(3)
    default void namesThatLookAlikeAreDifferent() {
        StoreFixture<Filled> source = fixture();
        List<String> names = Awkward.identifiers();
        for (int i = 0; i < names.size(); i++) {
            give(source, TenantId.of(names.get(i)), ERIKA, MAX, Mandates.terms(i));
            give(source, ACME, CustomerId.of(names.get(i)), MAX, Mandates.terms(i));
            give(source, ACME, ANNA, CustomerId.of(names.get(i)), Mandates.terms(i));
        }
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            assertThat(termsOf(source, TenantId.of(name), ERIKA, MAX)).as(name).contains(Mandates.terms(i));
            assertThat(termsOf(source, ACME, CustomerId.of(name), MAX)).as(name).containsExactly(Mandates.terms(i));
            assertThat(termsOf(source, ACME, ANNA, CustomerId.of(name)))
                    .as(name)
                    .containsExactly(Mandates.terms(i));
            assertThat(termsOf(source, TenantId.of(name), ANNA, MAX)).as(name).isEmpty();
        }
    }

    private static void give(
            StoreFixture<Filled> source,
            TenantId tenant,
            CustomerId holder,
            CustomerId principal,
            Mandate.Terms terms) {
        source.change((tx, filled) -> filled.give(tx, tenant, holder, principal, terms));
    }

    private static boolean takeBack(
            StoreFixture<Filled> source, TenantId tenant, CustomerId holder, CustomerId principal) {
        source.change((tx, filled) -> filled.takeBack(tx, tenant, holder, principal));
        return true;
    }

    private static List<Mandate.Terms> termsOf(
            StoreFixture<Filled> source, TenantId tenant, CustomerId holder, CustomerId principal) {
        return source.read((tx, filled) -> filled.source().termsOf(tx, tenant, holder, principal));
    }
}
