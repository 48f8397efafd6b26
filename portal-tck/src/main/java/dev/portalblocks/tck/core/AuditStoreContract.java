// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static dev.portalblocks.tck.core.AuditEntries.ACME;
import static dev.portalblocks.tck.core.AuditEntries.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.audit.AuditEntry;
import dev.portalblocks.core.audit.AuditStore;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The promises of {@link AuditStore}: implement it in a test class and return the store to be tested. */
@ContractOf(AuditStore.class)
public interface AuditStoreContract {
    /** Returns a store without entries and its domain; asked once, at the beginning of each test. */
    StoreFixture<AuditStore> fixture();

    /**
     * Of every kind of actor and outcome, with awkward texts and times, with a subject, a customer or somebody acted for and
     * without.
     */
    @Test
    @Promise(1)
    default void anEntryComesBackWithAllItsComponents() {
        StoreFixture<AuditStore> audit = fixture();
        SplittableRandom random = Seed.random();
        List<AuditEntry> entries = new ArrayList<>();
        for (String text : Awkward.identifiers()) {
            int number = entries.size();
            Instant at = Awkward.instants().get(number % Awkward.instants().size());
            Actor.Kind kind = List.of(Actor.Kind.values()).get(number % Actor.Kind.values().length);
            AuditEntry.Outcome outcome = List.of(AuditEntry.Outcome.values()).get(number / 2 % 2);
            ObjectRef subject = number % 3 == 0 ? null : ObjectRef.of("article", text);
            CustomerId customer = number % 2 == 0 ? null : CustomerId.of(text);
            CustomerId principal = number % 5 < 2 ? null : CustomerId.of(text + number);
            entries.add(new AuditEntry(
                    Seed.uuid(random), ACME, at, kind, text, "kb." + text, outcome, subject, customer, principal));
        }
        entries.forEach(entry -> AuditEntries.append(audit, entry));

        assertThat(AuditEntries.all(audit)).containsExactlyInAnyOrderElementsOf(entries);
    }

    /** However many there were. */
    @Test
    @Promise(1)
    default void aRolledBackTransactionLeavesNoEntry() {
        StoreFixture<AuditStore> audit = fixture();
        SplittableRandom random = Seed.random();
        AuditEntry kept = AuditEntries.entry(ACME, Seed.uuid(random));
        AuditEntries.append(audit, kept);
        audit.rollBack((tx, store) -> {
            store.append(tx, AuditEntries.entry(ACME, Seed.uuid(random)));
            store.append(tx, AuditEntries.entry(ACME, Seed.uuid(random)));
        });
        assertThat(AuditEntries.all(audit)).containsExactly(kept);
    }

    /** Whether it says the same or something else, in the same transaction or later. */
    @Test
    @Promise(2)
    default void anIdThatIsThereIsRefused() {
        StoreFixture<AuditStore> audit = fixture();
        SplittableRandom random = Seed.random();
        AuditEntry kept = AuditEntries.entry(ACME, Seed.uuid(random));
        AuditEntries.append(audit, kept);

        assertDuplicate(() -> AuditEntries.append(audit, kept));
        assertDuplicate(() -> AuditEntries.append(audit, denied(kept)));
        AuditEntry twice = AuditEntries.entry(ACME, Seed.uuid(random));
        assertDuplicate(() -> audit.change((tx, store) -> {
            store.append(tx, twice);
            store.append(tx, twice);
        }));
        assertThat(AuditEntries.all(audit)).containsExactly(kept);
    }

    /** Of one that is not committed yet it depends on how that ends. */
    @Test
    @Promise(2)
    default void anIdThatIsJustBeingAppendedIsRefusedWhenItIsCommitted() {
        StoreFixture<AuditStore> audit = fixture();
        SplittableRandom random = Seed.random();
        AuditEntry committed = AuditEntries.entry(ACME, Seed.uuid(random));
        AuditEntry rolledBack = AuditEntries.entry(ACME, Seed.uuid(random));
        Deque<Future<Boolean>> second = new ArrayDeque<>();
        try (Companion other = new Companion()) {
            audit.change((tx, store) -> {
                store.append(tx, committed);
                second.add(other.begins(() -> isAppended(audit, denied(committed))));
            });
            assertThat(Outcome.of(second.getLast()).failure())
                    .isInstanceOfSatisfying(
                            PortalException.Conflict.class,
                            refusal -> assertThat(refusal.code()).isEqualTo("audit.duplicate"));
            audit.rollBack((tx, store) -> {
                store.append(tx, rolledBack);
                second.add(other.begins(() -> isAppended(audit, denied(rolledBack))));
            });
            assertThat(Outcome.of(second.getLast()).orFail()).isTrue();
        }
        assertThat(AuditEntries.all(audit)).containsExactlyInAnyOrder(committed, denied(rolledBack));
    }

    /** The second one commits while the first one is still at work. */
    @Test
    @Promise(3)
    default void appendsForOneTenantDoNotWait() {
        StoreFixture<AuditStore> audit = fixture();
        SplittableRandom random = Seed.random();
        AuditEntry first = AuditEntries.entry(ACME, Seed.uuid(random));
        AuditEntry second = AuditEntries.entry(ACME, Seed.uuid(random));
        try (Companion other = new Companion()) {
            audit.change((tx, store) -> {
                store.append(tx, first);
                assertThat(other.begins(() -> isAppended(audit, second)))
                        .as("an append beside another")
                        .isDone();
            });
        }
        assertThat(AuditEntries.all(audit)).containsExactlyInAnyOrder(first, second);
    }

    /** Ids of any version, whose halves sort unlike their text. */
    @Test
    @Promise(4)
    default void entriesAreInTheOrderOfTheirIdsInPagesOfAnySize() {
        StoreFixture<AuditStore> audit = fixture();
        List<AuditEntry> entries = appended(audit, ACME, 123);
        for (int limit : new int[] {1, 2, 61, 62, 123, 124, 125, 1_000}) {
            assertThat(AuditEntries.list(audit, Scope.wholeTenant(ACME), limit))
                    .as("pages of %d", limit)
                    .isEqualTo(AuditEntries.sorted(entries));
        }
    }

    /** A place between entries is as good as an entry's. */
    @Test
    @Promise(4)
    default void pagesBeginBehindPlacesWhereNothingIs() {
        StoreFixture<AuditStore> audit = fixture();
        List<AuditEntry> entries = appended(audit, ACME, 10);
        SplittableRandom random = new SplittableRandom(Seed.value() + 1);
        for (int i = 0; i < 20; i++) {
            Keyset place = Keyset.ofId(Seed.uuid(random));
            assertThat(audit.<List<AuditEntry>>read((tx, store) -> store.list(tx, Scope.wholeTenant(ACME), place, 100)))
                    .isEqualTo(AuditEntries.sorted(entries.stream()
                            .filter(entry -> entry.id().toString().compareTo(place.id()) > 0)
                            .toList()));
        }
    }

    /** Each that was there at the beginning appears once, wherever others come in. */
    @Test
    @Promise(4)
    default void pagesLoseNothingToEntriesThatComeInBetween() {
        StoreFixture<AuditStore> audit = fixture();
        List<AuditEntry> before = appended(audit, ACME, 12);
        SplittableRandom random = new SplittableRandom(Seed.value() + 1);
        List<AuditEntry> seen = AuditEntries.list(audit, Scope.wholeTenant(ACME), 3, number -> {
            if (number < 5) {
                AuditEntries.append(audit, AuditEntries.entry(ACME, Seed.uuid(random)));
            }
        });
        assertThat(seen)
                .isEqualTo(AuditEntries.sorted(seen))
                .doesNotHaveDuplicates()
                .containsAll(before);
    }

    /** The company's own only to who reaches all customers, and pages that are full for all that is left out. */
    @Test
    @Promise(5)
    default void scopesShowTheEntriesOfTheirTenantsAndCustomers() {
        StoreFixture<AuditStore> audit = fixture();
        SplittableRandom random = new SplittableRandom(Seed.value() + 2);
        RandomScopes scopes = new RandomScopes(random);
        List<AuditEntry> entries = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            AuditEntry entry = AuditEntries.entry(i % 3 == 0 ? OTHER : ACME, Seed.uuid(random));
            entries.add(AuditEntries.of(random.nextInt(3) == 0 ? null : scopes.customer(), entry));
        }
        entries.forEach(entry -> AuditEntries.append(audit, entry));
        for (int i = 0; i < 50; i++) {
            Scope scope = scopes.scope(random.nextBoolean() ? ACME : OTHER);
            List<AuditEntry> visible =
                    entries.stream().filter(entry -> isVisible(entry, scope)).toList();
            assertThat(page(audit, scope, 100)).as("%s", scope).containsExactlyInAnyOrderElementsOf(visible);
            assertThat(page(audit, scope, 3)).as("of %s", scope).hasSize(Math.min(3, visible.size()));
        }
    }

    private static List<AuditEntry> page(StoreFixture<AuditStore> audit, Scope scope, int limit) {
        return audit.read((tx, store) -> store.list(tx, scope, null, limit));
    }

    /** What {@link AuditEntry#isWithin} should say, in other words. */
    private static boolean isVisible(AuditEntry entry, Scope scope) {
        Set<CustomerId> customers = scope.customers() instanceof Bound.Only<CustomerId> only ? only.values() : null;
        CustomerId customer = entry.customer();
        boolean isHis = customer != null && customers != null && customers.contains(customer);
        return entry.tenant().equals(scope.tenant()) && (customers == null || isHis);
    }

    private static List<AuditEntry> appended(StoreFixture<AuditStore> audit, TenantId tenant, int count) {
        SplittableRandom random = new SplittableRandom(Seed.value() ^ tenant.hashCode());
        List<AuditEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(AuditEntries.entry(tenant, Seed.uuid(random)));
        }
        entries.add(AuditEntries.entry(tenant, new UUID(0, random.nextLong())));
        entries.forEach(entry -> AuditEntries.append(audit, entry));
        return entries;
    }

    private static boolean isAppended(StoreFixture<AuditStore> audit, AuditEntry entry) {
        AuditEntries.append(audit, entry);
        return true;
    }

    private static AuditEntry denied(AuditEntry entry) {
        return new AuditEntry(
                entry.id(),
                entry.tenant(),
                entry.at(),
                Actor.Kind.CUSTOMER,
                "4711",
                "kb.article.list",
                AuditEntry.Outcome.DENIED,
                ObjectRef.of("article", "1"),
                null,
                null);
    }

    private static void assertDuplicate(org.assertj.core.api.ThrowableAssert.ThrowingCallable append) {
        assertThatThrownBy(append)
                .isInstanceOfSatisfying(
                        PortalException.Conflict.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("audit.duplicate"));
    }
}
