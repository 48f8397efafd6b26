// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.ALL;
import static dev.portalblocks.tck.kb.Articles.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.spi.RevisionStore;
import dev.portalblocks.kb.spi.StoredRevision;
import dev.portalblocks.publishing.model.Revision;
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

/** The promises of {@link RevisionStore}: implement it in a test class and return the store to be tested. */
@ContractOf(RevisionStore.class)
public interface RevisionStoreContract {
    /** The article of most revisions. */
    ArticleId ARTICLE = ArticleId.of(new UUID(1, 1));

    /** Returns a store without revisions and its domain; asked once, at the beginning of each test. */
    StoreFixture<RevisionStore> fixture();

    /** With awkward texts and times, and the largest number. */
    @Test
    @Promise(1)
    default void aRevisionComesBackWithAllItsComponents() {
        StoreFixture<RevisionStore> revisions = fixture();
        SplittableRandom random = Seed.random();
        List<String> texts = Awkward.texts();
        for (int i = 0; i < texts.size(); i++) {
            Revision<ArticleContent> revision = Revision.of(
                    Long.MAX_VALUE - i,
                    Articles.full(texts.get(i), random),
                    Awkward.instants().get(i % Awkward.instants().size()));
            StoredRevision written = new StoredRevision(ACME, Articles.id(random), revision);
            assertThat(isAppended(revisions, written)).isTrue();
            assertThat(list(revisions, ALL, written.article())).containsExactly(written);
        }
    }

    /** Whether it says the same or something else; another article has numbers of its own. */
    @Test
    @Promise(1)
    default void aTakenNumberIsRefused() {
        StoreFixture<RevisionStore> revisions = fixture();
        StoredRevision first = revision(ACME, ARTICLE, 1, "first");
        StoredRevision second = revision(ACME, ARTICLE, 1, "second");
        revisions.change((tx, store) -> {
            assertThat(store.append(tx, first)).isTrue();
            assertThat(store.append(tx, second)).isFalse();
        });
        assertThat(isAppended(revisions, second)).isFalse();
        assertThat(isAppended(revisions, first)).isFalse();
        assertThat(list(revisions, ALL, ARTICLE)).containsExactly(first);
        assertThat(isAppended(revisions, revision(ACME, ArticleId.of(new UUID(1, 2)), 1, "of another")))
                .isTrue();
    }

    /** Eight at once, and one beside another that is rolled back or not. */
    @Test
    @Promise(1)
    default void ofConcurrentRevisionsOfANumberOneIsKept() {
        StoreFixture<RevisionStore> revisions = fixture();
        List<Outcome<Boolean>> outcomes =
                Race.of(8, runner -> isAppended(revisions, revision(ACME, ARTICLE, 1, "runner " + runner)));
        assertThat(outcomes).filteredOn(Outcome::orFail).hasSize(1);

        Deque<Future<Boolean>> second = new ArrayDeque<>();
        StoredRevision kept = revision(ACME, ARTICLE, 2, "kept");
        try (Companion other = new Companion()) {
            revisions.rollBack((tx, store) -> {
                store.append(tx, revision(ACME, ARTICLE, 2, "never"));
                second.add(other.begins(() -> isAppended(revisions, kept)));
            });
            assertThat(Outcome.of(second.getLast()).orFail())
                    .as("after a rollback")
                    .isTrue();
            revisions.change((tx, store) -> {
                store.append(tx, revision(ACME, ARTICLE, 3, "first"));
                second.add(other.begins(() -> isAppended(revisions, revision(ACME, ARTICLE, 3, "never"))));
            });
            assertThat(Outcome.of(second.getLast()).orFail())
                    .as("after a commit")
                    .isFalse();
        }
        assertThat(list(revisions, ALL, ARTICLE)).hasSize(3).contains(kept);
    }

    /** Whatever the size of a page; 10 stands before 9, and numbers of 18 digits before those. */
    @Test
    @Promise(2)
    default void revisionsAreReturnedLatestFirst() {
        StoreFixture<RevisionStore> revisions = fixture();
        List<StoredRevision> kept = LongStream.concat(
                        LongStream.rangeClosed(1, 21), LongStream.of(100, 101, 999_999_999_999_999_999L))
                .mapToObj(number -> revision(ACME, ARTICLE, number, "revision " + number))
                .sorted(Collections.reverseOrder(
                        Comparator.comparing(r -> r.revision().number())))
                .toList();
        kept.forEach(revision -> isAppended(revisions, revision));
        isAppended(revisions, revision(ACME, ArticleId.of(new UUID(1, 2)), 5, "of another article"));
        for (int limit : new int[] {1, 2, 23, 24, 25, 100}) {
            assertThat(pages(limit, revisions)).as("pages of %d", limit).isEqualTo(kept);
        }
        assertThat(revisions.<List<StoredRevision>>read(
                        (tx, store) -> store.list(tx, ALL, ARTICLE, RevisionStore.place(50), 2)))
                .extracting(stored -> stored.revision().number())
                .containsExactly(21L, 20L);
    }

    /** Of its article, and where the scope covers it. */
    @Test
    @Promise(3)
    default void aRevisionIsFoundByItsNumberWithinTheScope() {
        StoreFixture<RevisionStore> revisions = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        List<StoredRevision> kept = LongStream.rangeClosed(1, 20)
                .mapToObj(number -> new StoredRevision(
                        ACME,
                        ARTICLE,
                        Articles.revision(number, Articles.forSome(Articles.content("revision " + number), scopes))))
                .toList();
        kept.forEach(revision -> isAppended(revisions, revision));
        isAppended(revisions, revision(ACME, ArticleId.of(new UUID(1, 2)), 21, "of another article"));
        isAppended(revisions, revision(OTHER, ARTICLE, 21, "of another tenant"));
        for (int i = 0; i < 30; i++) {
            Scope scope = i == 0 ? ALL : scopes.scope(ACME);
            for (long number = 0; number <= 21; number++) {
                long wanted = number;
                assertThat(revisions.<Optional<StoredRevision>>read(
                                (tx, store) -> store.find(tx, scope, ARTICLE, wanted)))
                        .as("%d in %s", wanted, scope)
                        .isEqualTo(kept.stream()
                                .filter(revision -> revision.revision().number() == wanted)
                                .filter(revision -> scope.covers(revision.label()))
                                .findFirst());
            }
        }
        StoredRevision brokers = new StoredRevision(
                ACME,
                ARTICLE,
                Articles.revision(22, Articles.content("for brokers").forAudiences(Audience.role("Broker"))));
        isAppended(revisions, brokers);
        assertThat(findFor("broker", revisions, 22)).as("another role").isEmpty();
        assertThat(findFor("Broker", revisions, 22)).contains(brokers);
    }

    private static Optional<StoredRevision> findFor(String role, StoreFixture<RevisionStore> revisions, long number) {
        Scope scope = ALL.ofAudiences(Bound.only(Set.of(Audience.role(role))));
        return revisions.read((tx, store) -> store.find(tx, scope, ARTICLE, number));
    }

    /** Nor does what comes in appear among the pages that follow. */
    @Test
    @Promise(2)
    default void pagesLoseNothingToRevisionsThatComeInBetween() {
        StoreFixture<RevisionStore> revisions = fixture();
        LongStream.rangeClosed(1, 9)
                .forEach(number -> isAppended(revisions, revision(ACME, ARTICLE, number, "before")));
        List<StoredRevision> seen = Pages.walk(
                2,
                (after, size) -> revisions.read((tx, store) -> store.list(tx, ALL, ARTICLE, after, size)),
                stored -> RevisionStore.place(stored.revision().number()),
                number -> isAppended(revisions, revision(ACME, ARTICLE, 9 + number, "between")));
        assertThat(seen)
                .extracting(stored -> stored.revision().number())
                .containsExactly(9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
    }

    /** For fifty scopes, whatever the size of a page; the states of a scope don't concern a revision. */
    @Test
    @Promise(2)
    default void aScopeShowsTheRevisionsThatItCovers() {
        StoreFixture<RevisionStore> revisions = fixture();
        RandomScopes scopes = new RandomScopes(Seed.random());
        List<StoredRevision> kept = LongStream.rangeClosed(1, 20)
                .mapToObj(number -> new StoredRevision(
                        ACME,
                        ARTICLE,
                        Articles.revision(21 - number, Articles.forSome(Articles.content("revision"), scopes))))
                .toList();
        kept.forEach(revision -> isAppended(revisions, revision));
        for (int i = 0; i < 50; i++) {
            Scope scope = scopes.scope(ACME);
            List<StoredRevision> covered =
                    kept.stream().filter(stored -> scope.covers(stored.label())).toList();
            for (int limit : new int[] {1, 3, 100}) {
                assertThat(Pages.walk(
                                limit,
                                (after, size) -> revisions.<List<StoredRevision>>read(
                                        (tx, store) -> store.list(tx, scope, ARTICLE, after, size)),
                                stored -> RevisionStore.place(stored.revision().number())))
                        .as("pages of %d in %s", limit, scope)
                        .isEqualTo(covered);
            }
        }
    }

    /** Not even those whose names are the same to some databases. */
    @Test
    @Promise(4)
    default void tenantsNeverMeet() {
        StoreFixture<RevisionStore> revisions = fixture();
        for (String name : Awkward.identifiers()) {
            assertThat(isAppended(revisions, revision(TenantId.of(name), ARTICLE, 1, name)))
                    .as(name)
                    .isTrue();
        }
        for (String name : Awkward.identifiers()) {
            TenantId tenant = TenantId.of(name);
            assertThat(list(revisions, Scope.wholeTenant(tenant), ARTICLE))
                    .containsExactly(revision(tenant, ARTICLE, 1, name));
        }
        assertThat(list(revisions, Scope.wholeTenant(TenantId.of("nobody")), ARTICLE))
                .isEmpty();
    }

    /** Neither a revision nor a taken number. */
    @Test
    @Promise(4)
    default void aRolledBackTransactionLeavesNothing() {
        StoreFixture<RevisionStore> revisions = fixture();
        revisions.rollBack((tx, store) -> store.append(tx, revision(ACME, ARTICLE, 1, "never")));
        assertThat(list(revisions, ALL, ARTICLE)).isEmpty();
        assertThat(isAppended(revisions, revision(ACME, ARTICLE, 1, "kept"))).isTrue();
    }

    private static StoredRevision revision(TenantId tenant, ArticleId article, long number, String title) {
        return new StoredRevision(tenant, article, Articles.revision(number, Articles.content(title)));
    }

    private static boolean isAppended(StoreFixture<RevisionStore> revisions, StoredRevision revision) {
        return revisions.write((tx, store) -> store.append(tx, revision));
    }

    private static List<StoredRevision> list(StoreFixture<RevisionStore> revisions, Scope scope, ArticleId article) {
        return revisions.read((tx, store) -> store.list(tx, scope, article, null, 1_000));
    }

    private static List<StoredRevision> pages(int limit, StoreFixture<RevisionStore> revisions) {
        return Pages.walk(
                limit,
                (after, size) -> revisions.read((tx, store) -> store.list(tx, ALL, ARTICLE, after, size)),
                stored -> RevisionStore.place(stored.revision().number()));
    }
}
