// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static dev.portalblocks.tck.core.ContentRows.ACME;
import static dev.portalblocks.tck.core.ContentRows.ALL;
import static dev.portalblocks.tck.core.ContentRows.NOON;
import static dev.portalblocks.tck.core.ContentRows.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.content.ContentCatalog;
import dev.portalblocks.core.content.ContentState;
import dev.portalblocks.core.content.StoredBytes;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.content.StoredContent.Facts;
import dev.portalblocks.core.model.CustomerId;
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
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What {@link ContentCatalog} promises of a single row; part of {@link ContentCatalogContract}. */
@ContractOf(ContentCatalog.class)
public interface ContentRowContract {
    /** Returns a store without rows and its domain; asked once, at the beginning of each test. */
    StoreFixture<ContentCatalog> fixture();

    /** In every state, of every owner, with and without facts, with awkward numbers and times. */
    @Test
    @Promise(1)
    default void aRowComesBackWithAllItsComponents() {
        StoreFixture<ContentCatalog> catalog = fixture();
        SplittableRandom random = Seed.random();
        for (String customer : Awkward.identifiers()) {
            StoredContent staged = ContentRows.staged(ACME, CustomerId.of(customer), random);
            ContentRows.insert(catalog, staged);
            assertThat(ContentRows.find(catalog, staged)).contains(staged);
        }
        for (Instant at : Awkward.instants()) {
            StoredContent staged = ContentRows.staged(ACME, null, random);
            StoredContent live = staged.live(new Facts(ContentRows.BYTES, "text/plain"), at);
            ContentRows.insert(catalog, staged);
            for (StoredContent next :
                    List.of(live, live.used(3, at), live.used(3, at).dying())) {
                ContentRows.update(catalog, next);
                assertThat(ContentRows.find(catalog, next)).contains(next);
            }
        }
    }

    /** Also while it is looked at to be changed. */
    @Test
    @Promise(1)
    default void whatTheScopeDoesNotCoverIsAbsent() {
        StoreFixture<ContentCatalog> catalog = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        List<StoredContent> rows = new ArrayList<>(List.of(ContentRows.staged(ACME, null, random)));
        scopes.customers().forEach(customer -> rows.add(ContentRows.staged(ACME, customer, random)));
        rows.forEach(row -> ContentRows.insert(catalog, row));
        for (int i = 0; i < 100; i++) {
            Scope scope = scopes.scope(random.nextInt(4) == 0 ? OTHER : ACME);
            for (StoredContent row : rows) {
                boolean covered = scope.covers(row.label());
                catalog.change((tx, store) -> {
                    assertThat(store.find(tx, scope, row.ref()).isPresent())
                            .as("%s", scope)
                            .isEqualTo(covered);
                    assertThat(store.findForUpdate(tx, scope, row.ref()).isPresent())
                            .as("%s", scope)
                            .isEqualTo(covered);
                });
            }
        }
    }

    /** And then sees what the first has left. */
    @Test
    @Promise(2)
    default void aLockedRowKeepsOthersWaiting() {
        StoreFixture<ContentCatalog> catalog = fixture();
        StoredContent row = ContentRows.live(Seed.random());
        ContentRows.insert(catalog, row);
        Deque<Future<Boolean>> second = new ArrayDeque<>();
        try (Companion other = new Companion()) {
            catalog.change((tx, store) -> {
                assertThat(store.findForUpdate(tx, ALL, row.ref())).isPresent();
                second.add(other.begins(() -> isDying(catalog, row)));
                assertThat(second.getLast())
                        .as("the second, before the first has ended")
                        .isNotDone();
                store.update(tx, row.dying());
            });
            assertThat(Outcome.of(second.getLast()).orFail()).isTrue();
        }
    }

    /** A removal waits as well. */
    @Test
    @Promise(2)
    default void aLockedRowIsNotRemoved() {
        StoreFixture<ContentCatalog> catalog = fixture();
        StoredContent row = ContentRows.live(Seed.random());
        ContentRows.insert(catalog, row);
        Deque<Future<Boolean>> second = new ArrayDeque<>();
        try (Companion other = new Companion()) {
            catalog.change((tx, store) -> {
                assertThat(store.findForUpdate(tx, ALL, row.ref())).isPresent();
                second.add(other.begins(() -> catalog.write((t, s) -> s.delete(t, ACME, row.ref()))));
                assertThat(second.getLast())
                        .as("the second, before the first has ended")
                        .isNotDone();
            });
            assertThat(Outcome.of(second.getLast()).orFail()).isTrue();
        }
    }

    /** Whether it says the same or something else. */
    @Test
    @Promise(3)
    default void aReferenceThatIsKnownIsNotAddedAgain() {
        StoreFixture<ContentCatalog> catalog = fixture();
        StoredContent row = ContentRows.staged(Seed.random());

        assertThat(ContentRows.insert(catalog, row)).isTrue();
        assertThat(ContentRows.insert(catalog, row)).isFalse();
        assertThat(ContentRows.insert(catalog, row.touched(NOON.plusSeconds(1))))
                .isFalse();
        assertThat(ContentRows.find(catalog, row)).contains(row);
    }

    /** And is answered by how the first has ended. */
    @Test
    @Promise(3)
    default void aConcurrentSecondWaitsForTheFirst() {
        StoreFixture<ContentCatalog> catalog = fixture();
        SplittableRandom random = Seed.random();
        StoredContent kept = ContentRows.staged(random);
        StoredContent rolledBack = ContentRows.staged(random);
        Deque<Future<Boolean>> second = new ArrayDeque<>();
        try (Companion other = new Companion()) {
            catalog.change((tx, store) -> {
                store.insert(tx, kept);
                second.add(other.begins(() -> ContentRows.insert(catalog, kept)));
            });
            assertThat(Outcome.of(second.getLast()).orFail()).isFalse();
            catalog.rollBack((tx, store) -> {
                store.insert(tx, rolledBack);
                second.add(other.begins(() -> ContentRows.insert(catalog, rolledBack)));
            });
            assertThat(Outcome.of(second.getLast()).orFail()).isTrue();
        }
    }

    /** Neither an older one nor one too new, nor one that is not there. */
    @Test
    @Promise(4)
    default void onlyTheNextVersionReplacesARow() {
        StoreFixture<ContentCatalog> catalog = fixture();
        SplittableRandom random = Seed.random();
        StoredContent first = ContentRows.staged(random);
        StoredContent second = first.touched(NOON.plusSeconds(1));
        StoredContent third = second.touched(NOON.plusSeconds(2));
        ContentRows.insert(catalog, first);

        assertThat(ContentRows.update(catalog, third)).isFalse();
        assertThat(ContentRows.update(catalog, first)).isFalse();
        assertThat(ContentRows.find(catalog, first)).contains(first);
        assertThat(ContentRows.update(catalog, second)).isTrue();
        assertThat(ContentRows.update(catalog, second)).isFalse();
        assertThat(ContentRows.find(catalog, first)).contains(second);
        assertThat(ContentRows.update(catalog, ContentRows.staged(random).dying()))
                .isFalse();
        assertThat(ContentRows.list(catalog, ACME)).containsExactly(second);
    }

    /** And says whether there was one. */
    @Test
    @Promise(5)
    default void aRemovedRowIsGone() {
        StoreFixture<ContentCatalog> catalog = fixture();
        SplittableRandom random = Seed.random();
        StoredContent gone = ContentRows.live(random);
        StoredContent stays = ContentRows.staged(random);
        ContentRows.insert(catalog, gone);
        ContentRows.insert(catalog, stays);

        assertThat(catalog.<Boolean>write((tx, store) -> store.delete(tx, ACME, gone.ref())))
                .isTrue();
        assertThat(catalog.<Boolean>write((tx, store) -> store.delete(tx, ACME, gone.ref())))
                .isFalse();
        assertThat(ContentRows.list(catalog, ACME)).containsExactly(stays);
    }

    /** Each differs in one respect from what is looked for. */
    @Test
    @Promise(6)
    default void equalBytesAreThoseOfTheSameOwnerOnly() {
        StoreFixture<ContentCatalog> catalog = fixture();
        SplittableRandom random = Seed.random();
        StoredBytes bytes = ContentRows.BYTES;
        StoredBytes otherSize = new StoredBytes(1, bytes.sha256());
        StoredBytes otherHash = new StoredBytes(bytes.size(), "f".repeat(64));
        ContentRows.insert(catalog, ContentRows.live(OTHER, ContentRows.ERIKA, bytes, random));
        ContentRows.insert(catalog, ContentRows.live(ACME, CustomerId.of("4712"), bytes, random));
        ContentRows.insert(catalog, ContentRows.live(ACME, ContentRows.ERIKA, otherSize, random));
        ContentRows.insert(catalog, ContentRows.live(ACME, ContentRows.ERIKA, otherHash, random));
        ContentRows.insert(catalog, ContentRows.staged(random).live(new Facts(bytes, "text/plain"), NOON));
        Facts facts = new Facts(bytes, "application/pdf");
        StoredContent companys = ContentRows.live(ACME, null, bytes, random);
        assertThat(ContentRows.findEqual(catalog, null, facts)).isEmpty();
        ContentRows.insert(catalog, companys);
        assertThat(ContentRows.findEqual(catalog, ContentRows.ERIKA, facts)).isEmpty();
        StoredContent erikas = ContentRows.live(random);
        ContentRows.insert(catalog, erikas);

        assertThat(ContentRows.findEqual(catalog, ContentRows.ERIKA, facts)).contains(erikas);
        assertThat(ContentRows.findEqual(catalog, null, facts)).contains(companys);
    }

    /** From the moment on that it is live, until it is dying. */
    @Test
    @Promise(6)
    default void equalBytesAreLive() {
        StoreFixture<ContentCatalog> catalog = fixture();
        StoredContent staged = ContentRows.staged(Seed.random());
        Facts facts = new Facts(ContentRows.BYTES, "text/plain");
        StoredContent live = staged.live(facts, NOON);
        ContentRows.insert(catalog, staged);
        assertThat(ContentRows.findEqual(catalog, ContentRows.ERIKA, facts)).isEmpty();
        ContentRows.update(catalog, live);
        assertThat(ContentRows.findEqual(catalog, ContentRows.ERIKA, facts)).contains(live);
        StoredContent used = live.used(1, NOON.plusSeconds(1));
        ContentRows.update(catalog, used);
        assertThat(ContentRows.findEqual(catalog, ContentRows.ERIKA, facts)).contains(used);
        ContentRows.update(catalog, used.dying());
        assertThat(ContentRows.findEqual(catalog, ContentRows.ERIKA, facts)).isEmpty();
    }

    private static boolean isDying(StoreFixture<ContentCatalog> catalog, StoredContent row) {
        return catalog.write((tx, store) ->
                store.findForUpdate(tx, ALL, row.ref()).orElseThrow().state() == ContentState.DYING);
    }
}
