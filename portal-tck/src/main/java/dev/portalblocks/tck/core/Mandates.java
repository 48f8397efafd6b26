// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.MandateId;
import dev.portalblocks.core.mandate.MandateStore;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;

/** Mandates to try a store with. */
final class Mandates {
    static final TenantId ACME = TenantId.of("acme");
    static final TenantId OTHER = TenantId.of("Acme");
    static final CustomerId ERIKA = CustomerId.of("4711");
    static final CustomerId MAX = CustomerId.of("4712");
    static final CustomerId ANNA = CustomerId.of("4713");
    static final Scope ALL = Scope.wholeTenant(ACME);
    static final Instant NOON = Instant.parse("2027-01-01T12:00:00.123456Z");
    static final Mandate.Terms TERMS = Mandate.Terms.everything(Mandate.Kind.HOUSEHOLD, NOON);

    private Mandates() {}

    static Mandate mandate(UUID id, CustomerId holder, CustomerId principal) {
        return new Mandate(ACME, MandateId.of(id), holder, principal, TERMS, null, 1);
    }

    static Mandate mandate(SplittableRandom random) {
        return mandate(Seed.uuid(random), ERIKA, MAX);
    }

    static Mandate of(TenantId tenant, Mandate mandate) {
        return new Mandate(
                tenant,
                mandate.id(),
                mandate.holder(),
                mandate.principal(),
                mandate.terms(),
                mandate.revokedAt(),
                mandate.version());
    }

    static Mandate ending(Instant end, Mandate mandate) {
        return new Mandate(
                mandate.tenant(),
                mandate.id(),
                mandate.holder(),
                mandate.principal(),
                mandate.terms().until(end),
                mandate.revokedAt(),
                mandate.version());
    }

    /** Of every kind, for everything, nothing and awkward names, with an end and without. */
    static Mandate.Terms terms(int number) {
        List<String> names = Awkward.identifiers();
        List<Instant> instants = Awkward.instants();
        List<Mandate.Kind> kinds = List.of(Mandate.Kind.values());
        Set<String> permissions = switch (number % 4) {
            case 0 -> Set.of(Mandate.EVERYTHING);
            case 1 -> Set.of();
            case 2 -> Set.of(names.get(number % names.size()));
            default -> Set.copyOf(names);
        };
        return new Mandate.Terms(
                kinds.get(number % kinds.size()),
                permissions,
                instants.get(number % instants.size()),
                number % 3 == 0 ? null : instants.get((number + 1) % instants.size()));
    }

    /** Of the holder, of the principal, of both, of somebody else, of nobody, of another tenant. */
    static List<Scope> scopes() {
        return List.of(
                ALL,
                ALL.ofCustomers(Bound.only(Set.of(ERIKA))),
                ALL.ofCustomers(Bound.only(Set.of(MAX))),
                ALL.ofCustomers(Bound.only(Set.of(ERIKA, MAX))),
                ALL.ofCustomers(Bound.only(Set.of(ANNA))),
                ALL.ofCustomers(Bound.only(Set.of())),
                ALL.ofTeams(Bound.only(Set.of())).inStates(Bound.only(Set.of())),
                Scope.wholeTenant(OTHER));
    }

    /** Returns those, and scopes of every other sort. */
    static List<Scope> randomScopes() {
        RandomScopes random = new RandomScopes(Seed.random());
        return Stream.concat(
                        scopes().stream(),
                        Stream.generate(() -> random.scope(ACME)).limit(40))
                .toList();
    }

    /** Returns a mandate of each customer that scopes speak of for each other. */
    static List<Mandate> ofAllSorts(SplittableRandom random) {
        List<CustomerId> customers = new RandomScopes(Seed.random()).customers();
        return customers.stream()
                .flatMap(holder -> customers.stream()
                        .filter(principal -> !principal.equals(holder))
                        .map(principal -> mandate(Seed.uuid(random), holder, principal)))
                .toList();
    }

    static boolean insert(StoreFixture<MandateStore> store, Mandate mandate) {
        return store.write((tx, mandates) -> mandates.insert(tx, mandate));
    }

    static List<Mandate> list(StoreFixture<MandateStore> store, Scope scope, MandateStore.Query query) {
        return store.read((tx, mandates) -> mandates.list(tx, scope, query, null, 1_000));
    }

    /** Lists by pages, each in a transaction of its own. */
    static List<Mandate> pages(
            StoreFixture<MandateStore> store, MandateStore.Query query, int limit, Pages.Between between) {
        return Pages.walk(
                limit,
                (after, size) -> store.read((tx, mandates) -> mandates.list(tx, ALL, query, after, size)),
                mandate -> Keyset.ofId(mandate.id()),
                between);
    }

    static MandateStore.Query heldBy(CustomerId customer) {
        return new MandateStore.Query(MandateStore.Side.HOLDER, customer, null);
    }

    static MandateStore.Query givenBy(CustomerId customer) {
        return new MandateStore.Query(MandateStore.Side.PRINCIPAL, customer, null);
    }
}
