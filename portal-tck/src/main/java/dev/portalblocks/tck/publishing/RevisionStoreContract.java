// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.publishing;

import static dev.portalblocks.tck.publishing.Tenants.ACME;
import static dev.portalblocks.tck.publishing.Tenants.ALL;
import static dev.portalblocks.tck.publishing.Tenants.NOON;
import static dev.portalblocks.tck.publishing.Tenants.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.publishing.model.EditorialContent;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.spi.RevisionStore;
import dev.portalblocks.publishing.spi.StoredRevision;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The promises of {@link RevisionStore}; implement a block's, such as {@code ArticleRevisionStoreContract}, in a test class.
 *
 * @param <C> what editors write
 */
@ContractOf(RevisionStore.class)
public interface RevisionStoreContract<C extends EditorialContent<C>> {
    /** What most revisions are of. */
    UUID OBJECT = new UUID(1, 1);

    /** Returns what the text is said in, for these audiences. */
    C content(String text, Set<Audience> audiences);

    /** Returns a content of which no part is left out; the text may be awkward. */
    C full(String text, SplittableRandom random);

    /** Returns a store without revisions and its domain; asked once, at the beginning of each test. */
    StoreFixture<RevisionStore<C>> fixture();

    /** With awkward texts and times, and the largest number. */
    @Test
    @Promise(1)
    default void aRevisionComesBackWithAllItsComponents() {
        StoreFixture<RevisionStore<C>> revisions = fixture();
        SplittableRandom random = Seed.random();
        List<String> texts = Awkward.texts();
        for (int i = 0; i < texts.size(); i++) {
            Revision<C> revision = Revision.of(
                    Long.MAX_VALUE - i,
                    full(texts.get(i), random),
                    Awkward.instants().get(i % Awkward.instants().size()));
            StoredRevision<C> written = new StoredRevision<>(ACME, Seed.uuid(random), revision);
            assertThat(isAppended(revisions, written)).isTrue();
            assertThat(list(revisions, ALL, written.object())).containsExactly(written);
        }
    }

    /** Whether it says the same or something else; another object has numbers of its own. */
    @Test
    @Promise(1)
    default void aTakenNumberIsRefused() {
        StoreFixture<RevisionStore<C>> revisions = fixture();
        StoredRevision<C> first = revision(ACME, OBJECT, 1, "first");
        StoredRevision<C> second = revision(ACME, OBJECT, 1, "second");
        revisions.change((tx, store) -> {
            assertThat(store.append(tx, first)).isTrue();
            assertThat(store.append(tx, second)).isFalse();
        });
        assertThat(isAppended(revisions, second)).isFalse();
        assertThat(isAppended(revisions, first)).isFalse();
        assertThat(list(revisions, ALL, OBJECT)).containsExactly(first);
        assertThat(isAppended(revisions, revision(ACME, new UUID(1, 2), 1, "of another")))
                .isTrue();
    }

    /** Eight at once, and one beside another that is rolled back or not. */
    @Test
    @Promise(1)
    default void ofConcurrentRevisionsOfANumberOneIsKept() {
        StoreFixture<RevisionStore<C>> revisions = fixture();
        List<Outcome<Boolean>> outcomes =
                Race.of(8, runner -> isAppended(revisions, revision(ACME, OBJECT, 1, "runner " + runner)));
        assertThat(outcomes).filteredOn(Outcome::orFail).hasSize(1);

        Deque<Future<Boolean>> second = new ArrayDeque<>();
        StoredRevision<C> kept = revision(ACME, OBJECT, 2, "kept");
        try (Companion other = new Companion()) {
            revisions.rollBack((tx, store) -> {
                store.append(tx, revision(ACME, OBJECT, 2, "never"));
                second.add(other.begins(() -> isAppended(revisions, kept)));
            });
            assertThat(Outcome.of(second.getLast()).orFail())
                    .as("after a rollback")
                    .isTrue();
            revisions.change((tx, store) -> {
                store.append(tx, revision(ACME, OBJECT, 3, "first"));
                second.add(other.begins(() -> isAppended(revisions, revision(ACME, OBJECT, 3, "never"))));
            });
            assertThat(Outcome.of(second.getLast()).orFail())
                    .as("after a commit")
                    .isFalse();
        }
        assertThat(list(revisions, ALL, OBJECT)).hasSize(3).contains(kept);
    }

    /** Whatever the size of a page; 10 stands before 9, and numbers of 18 digits before those. */
    @Test
    @Promise(2)
    default void revisionsAreReturnedLatestFirst() {
        StoreFixture<RevisionStore<C>> revisions = fixture();
        List<StoredRevision<C>> kept = LongStream.concat(
                        LongStream.rangeClosed(1, 21), LongStream.of(100, 101, 999_999_999_999_999_999L))
                .mapToObj(number -> revision(ACME, OBJECT, number, "revision " + number))
                .sorted(Collections.reverseOrder(
                        Comparator.comparing(r -> r.revision().number())))
                .toList();
        kept.forEach(revision -> isAppended(revisions, revision));
        isAppended(revisions, revision(ACME, new UUID(1, 2), 5, "of another article"));
        for (int limit : new int[] {1, 2, 23, 24, 25, 100}) {
            assertThat(pages(ALL, limit, revisions)).as("pages of %d", limit).isEqualTo(kept);
        }
        assertThat(revisions.<List<StoredRevision<C>>>read(
                        (tx, store) -> store.list(tx, ALL, OBJECT, RevisionStore.place(50), 2)))
                .extracting(stored -> stored.revision().number())
                .containsExactly(21L, 20L);
    }

    /** Of its article, and where the scope covers it. */
    @Test
    @Promise(3)
    default void aRevisionIsFoundByItsNumberWithinTheScope() {
        StoreFixture<RevisionStore<C>> revisions = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        List<StoredRevision<C>> kept = LongStream.rangeClosed(1, 20)
                .mapToObj(number -> new StoredRevision<C>(
                        ACME, OBJECT, Revision.of(number, content("revision " + number, scopes.audiences()), NOON)))
                .toList();
        kept.forEach(revision -> isAppended(revisions, revision));
        isAppended(revisions, revision(ACME, new UUID(1, 2), 21, "of another article"));
        isAppended(revisions, revision(OTHER, OBJECT, 21, "of another tenant"));
        for (int i = 0; i < 30; i++) {
            Scope scope = i == 0 ? ALL : scopes.scope(ACME);
            for (long number = 0; number <= 21; number++) {
                long wanted = number;
                assertThat(revisions.<Optional<StoredRevision<C>>>read(
                                (tx, store) -> store.find(tx, scope, OBJECT, wanted)))
                        .as("%d in %s", wanted, scope)
                        .isEqualTo(kept.stream()
                                .filter(revision -> revision.revision().number() == wanted)
                                .filter(revision -> scope.covers(revision.label()))
                                .findFirst());
            }
        }
        StoredRevision<C> brokers = new StoredRevision<>(
                ACME, OBJECT, Revision.of(22, content("for brokers", Set.of(Audience.role("Broker"))), NOON));
        isAppended(revisions, brokers);
        for (String role : List.of("broker", "Broker")) {
            Scope scope = ALL.ofAudiences(Bound.only(Set.of(Audience.role(role))));
            assertThat(revisions.<Boolean>read(
                            (tx, store) -> store.find(tx, scope, OBJECT, 22).isPresent()))
                    .as(role)
                    .isEqualTo(role.equals("Broker"));
        }
    }

    /** Nor does what comes in appear among the pages that follow. */
    @Test
    @Promise(2)
    default void pagesLoseNothingToRevisionsThatComeInBetween() {
        StoreFixture<RevisionStore<C>> revisions = fixture();
        LongStream.rangeClosed(1, 9).forEach(number -> isAppended(revisions, revision(ACME, OBJECT, number, "before")));
        List<StoredRevision<C>> seen = Pages.walk(
                2,
                (after, size) -> revisions.read((tx, store) -> store.list(tx, ALL, OBJECT, after, size)),
                stored -> RevisionStore.place(stored.revision().number()),
                number -> isAppended(revisions, revision(ACME, OBJECT, 9 + number, "between")));
        assertThat(seen)
                .extracting(stored -> stored.revision().number())
                .containsExactly(9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    /** For fifty scopes, whatever the size of a page; the states of a scope don't concern a revision. */
    @Test
    @Promise(2)
    default void aScopeShowsTheRevisionsThatItCovers() {
        StoreFixture<RevisionStore<C>> revisions = fixture();
        RandomScopes scopes = new RandomScopes(Seed.random());
        List<StoredRevision<C>> kept = LongStream.rangeClosed(1, 20)
                .mapToObj(number -> new StoredRevision<C>(
                        ACME, OBJECT, Revision.of(21 - number, content("revision", scopes.audiences()), NOON)))
                .toList();
        kept.forEach(revision -> isAppended(revisions, revision));
        for (int i = 0; i < 50; i++) {
            Scope scope = scopes.scope(ACME);
            List<StoredRevision<C>> covered =
                    kept.stream().filter(stored -> scope.covers(stored.label())).toList();
            for (int limit : new int[] {1, 3, 100}) {
                assertThat(pages(scope, limit, revisions))
                        .as("pages of %d in %s", limit, scope)
                        .isEqualTo(covered);
            }
        }
    }

    /** Those for audiences of all kinds, and none of another object or tenant; not where the transaction is rolled back. */
    @Test
    @Promise(4)
    default void allRevisionsOfAnObjectAreDeletedWithIt() {
        StoreFixture<RevisionStore<C>> revisions = fixture();
        RandomScopes scopes = new RandomScopes(Seed.random());
        for (long number = 1; number <= 20; number++) {
            Revision<C> revision = Revision.of(number, content("of the object", scopes.audiences()), NOON);
            isAppended(revisions, new StoredRevision<>(ACME, OBJECT, revision));
        }
        StoredRevision<C> beside = revision(ACME, new UUID(1, 2), 1, "of another");
        StoredRevision<C> foreign = revision(OTHER, OBJECT, 1, "of another tenant");
        isAppended(revisions, beside);
        isAppended(revisions, foreign);
        revisions.rollBack((tx, store) -> store.deleteAllOf(tx, ACME, OBJECT));
        assertThat(list(revisions, ALL, OBJECT)).hasSize(20);
        revisions.change((tx, store) -> {
            store.deleteAllOf(tx, ACME, OBJECT);
            assertThat(store.list(tx, ALL, OBJECT, null, 1_000)).isEmpty();
        });
        assertThat(list(revisions, ALL, OBJECT)).isEmpty();
        assertThat(list(revisions, ALL, new UUID(1, 2))).containsExactly(beside);
        assertThat(list(revisions, Scope.wholeTenant(OTHER), OBJECT)).containsExactly(foreign);
        assertThat(isAppended(revisions, revision(ACME, OBJECT, 1, "again"))).isTrue();
    }

    /** Not even those whose names are the same to some databases. */
    @Test
    @Promise(5)
    default void tenantsNeverMeet() {
        StoreFixture<RevisionStore<C>> revisions = fixture();
        for (String name : Awkward.identifiers()) {
            assertThat(isAppended(revisions, revision(TenantId.of(name), OBJECT, 1, name)))
                    .as(name)
                    .isTrue();
        }
        for (String name : Awkward.identifiers()) {
            TenantId tenant = TenantId.of(name);
            assertThat(list(revisions, Scope.wholeTenant(tenant), OBJECT))
                    .containsExactly(revision(tenant, OBJECT, 1, name));
        }
        assertThat(list(revisions, Scope.wholeTenant(TenantId.of("nobody")), OBJECT))
                .isEmpty();
    }

    /** Neither a revision nor a taken number. */
    @Test
    @Promise(5)
    default void aRolledBackTransactionLeavesNothing() {
        StoreFixture<RevisionStore<C>> revisions = fixture();
        revisions.rollBack((tx, store) -> store.append(tx, revision(ACME, OBJECT, 1, "never")));
        assertThat(list(revisions, ALL, OBJECT)).isEmpty();
        assertThat(isAppended(revisions, revision(ACME, OBJECT, 1, "kept"))).isTrue();
    }

    private StoredRevision<C> revision(TenantId tenant, UUID object, long number, String title) {
        return new StoredRevision<>(tenant, object, Revision.of(number, content(title, Set.of(Audience.PUBLIC)), NOON));
    }

    private boolean isAppended(StoreFixture<RevisionStore<C>> revisions, StoredRevision<C> revision) {
        return revisions.write((tx, store) -> store.append(tx, revision));
    }

    private List<StoredRevision<C>> list(StoreFixture<RevisionStore<C>> revisions, Scope scope, UUID object) {
        return revisions.read((tx, store) -> store.list(tx, scope, object, null, 1_000));
    }

    private List<StoredRevision<C>> pages(Scope scope, int limit, StoreFixture<RevisionStore<C>> revisions) {
        return Pages.walk(
                limit,
                (after, size) -> revisions.read((tx, store) -> store.list(tx, scope, OBJECT, after, size)),
                stored -> RevisionStore.place(stored.revision().number()));
    }
}
