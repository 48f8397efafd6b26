// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.ALL;
import static dev.portalblocks.tck.kb.Articles.OTHER;
import static dev.portalblocks.tck.kb.Votes.ERIKA;
import static dev.portalblocks.tck.kb.Votes.HAIL;
import static dev.portalblocks.tck.kb.Votes.MAX;
import static dev.portalblocks.tck.kb.Votes.STORM;
import static dev.portalblocks.tck.kb.Votes.allOf;
import static dev.portalblocks.tck.kb.Votes.find;
import static dev.portalblocks.tck.kb.Votes.put;
import static dev.portalblocks.tck.kb.Votes.vote;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.FeedbackId;
import dev.portalblocks.kb.spi.StoredVote;
import dev.portalblocks.kb.spi.VoteStore;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * The promises of {@link VoteStore}: implement it in a test class and return the store to be tested. Lists of a customer's votes are tried by
 * {@link VoteListContract}, a part of this.
 */
@ContractOf(VoteStore.class)
public interface VoteStoreContract extends VoteListContract {
    /** Returns a store without votes and its domain; asked once, at the beginning of each test. */
    @Override
    StoreFixture<VoteStore> fixture();

    /** Whatever the letters of its text and of its customer's number, and with the largest revision. */
    @Test
    @Promise(1)
    default void aVoteComesBackWithAllItsComponents() {
        StoreFixture<VoteStore> votes = fixture();
        SplittableRandom random = Seed.random();
        List<String> names = Awkward.identifiers();
        List<String> texts = Awkward.texts();
        List<StoredVote> all = new ArrayList<>();
        for (int i = 0; i < Math.max(names.size(), texts.size()); i++) {
            all.add(new StoredVote(
                    ACME,
                    FeedbackId.of(Seed.uuid(random)),
                    HAIL,
                    Long.MAX_VALUE - i / names.size(),
                    CustomerId.of(names.get(i % names.size())),
                    i % 2 == 0 ? LanguageTag.GERMAN : LanguageTag.of("gsw-CH"),
                    i % 3 == 0,
                    i % 7 == 0 ? null : texts.get(i % texts.size()),
                    Awkward.instants().get(i % Awkward.instants().size())));
        }
        all.forEach(vote -> put(votes, vote));
        for (StoredVote vote : all) {
            assertThat(find(votes, ALL, vote)).contains(vote);
        }
        assertThat(find(votes, ALL, vote(random))).isEmpty();
    }

    /** For each of the customers; those of another article, and of another revision, are others. */
    @Test
    @Promise(1)
    default void findSeesWhatTheScopeCovers() {
        StoreFixture<VoteStore> votes = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        List<StoredVote> all = ofEachCustomer(votes, random);
        for (int i = 0; i < 12; i++) {
            Scope scope = i == 0 ? ALL : scopes.scope(ACME);
            for (StoredVote vote : all) {
                assertThat(find(votes, scope, vote))
                        .as("%s in %s", vote, scope)
                        .isEqualTo(Optional.of(vote).filter(found -> scope.covers(found.label())));
            }
        }
        for (StoredVote vote : all) {
            assertThat(find(votes, ALL, vote(random, vote.customer(), vote.article(), 9)))
                    .isEmpty();
        }
    }

    /** With nothing of it left: neither its text nor its id. */
    @Test
    @Promise(2)
    default void aSecondVoteTakesThePlaceOfTheFirst() {
        StoreFixture<VoteStore> votes = fixture();
        SplittableRandom random = Seed.random();
        StoredVote first = vote(random);
        StoredVote silent = Votes.instead(first, random, null);
        StoredVote third = Votes.instead(silent, random, "Doch nicht.");
        StoredVote ofMax = vote(random, MAX, HAIL, 1);
        put(votes, ofMax);
        for (StoredVote next : List.of(first, silent, third, first)) {
            put(votes, next);
            assertThat(find(votes, ALL, first)).contains(next);
            assertThat(allOf(votes, ALL, ERIKA)).containsExactly(next);
        }
        assertThat(allOf(votes, ALL, MAX)).containsExactly(ofMax);
    }

    /** Whether the first is committed or not, there is one vote, and it is the second. */
    @Test
    @Promise(2)
    default void aConcurrentSecondWaitsForTheFirst() {
        StoreFixture<VoteStore> votes = fixture();
        SplittableRandom random = Seed.random();
        StoredVote first = vote(random);
        StoredVote second = Votes.instead(first, random, "Zu lang.");
        Deque<Future<Boolean>> begun = new ArrayDeque<>();
        try (Companion other = new Companion()) {
            votes.rollBack((tx, store) -> {
                store.put(tx, first);
                begun.add(other.begins(() -> put(votes, second)));
                assertThat(begun.getLast()).as("before the first has ended").isNotDone();
            });
            assertThat(Outcome.of(begun.getLast()).orFail()).isTrue();
            assertThat(allOf(votes, ALL, ERIKA)).containsExactly(second);
            votes.change((tx, store) -> {
                store.put(tx, first);
                begun.add(other.begins(() -> put(votes, second)));
                assertThat(begun.getLast()).as("before the first has ended").isNotDone();
            });
            assertThat(Outcome.of(begun.getLast()).orFail()).isTrue();
        }
        assertThat(allOf(votes, ALL, ERIKA)).containsExactly(second);
    }

    /** Also where some take theirs back meanwhile. */
    @Test
    @Promise(2)
    default void thereIsNeverMoreThanOne() {
        StoreFixture<VoteStore> votes = fixture();
        StoredVote first = vote(Seed.random());
        List<StoredVote> tried = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(Seed.value());
        for (int i = 0; i < 8; i++) {
            tried.add(Votes.instead(first, random, "Von " + i));
        }
        Race.of(8, runner -> put(votes, tried.get(runner))).forEach(Outcome::orFail);
        assertThat(allOf(votes, ALL, ERIKA)).hasSize(1).isSubsetOf(tried);
        Race.of(8, runner -> runner % 2 == 0 ? put(votes, tried.get(runner)) : isDeleted(votes, ALL, first))
                .forEach(Outcome::orFail);
        assertThat(allOf(votes, ALL, ERIKA)).hasSizeLessThanOrEqualTo(1).isSubsetOf(tried);
    }

    /** And only where the scope covers it. */
    @Test
    @Promise(3)
    default void aCustomersOwnVoteIsDeletedWithinTheScope() {
        StoreFixture<VoteStore> votes = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        for (int i = 0; i < 24; i++) {
            List<StoredVote> all = ofEachCustomer(votes, random);
            Scope scope = scopes.scope(ACME);
            for (CustomerId customer : scopes.customers()) {
                List<StoredVote> theirs = new ArrayList<>(allOf(votes, ALL, customer));
                StoredVote one = all.stream()
                        .filter(vote -> vote.customer().equals(customer))
                        .skip(random.nextInt(3))
                        .findFirst()
                        .orElseThrow();
                boolean isCovered = scope.covers(one.label());
                assertThat(isDeleted(votes, scope, one))
                        .as("%s in %s", one, scope)
                        .isEqualTo(isCovered);
                if (isCovered) {
                    theirs.remove(one);
                }
                assertThat(allOf(votes, ALL, customer)).containsExactlyInAnyOrderElementsOf(theirs);
            }
            assertThat(isDeleted(votes, ALL, vote(random, ERIKA, HAIL, 9))).isFalse();
        }
    }

    /** Of two tenants each has its own, of the same customer and article. */
    @Test
    @Promise(6)
    default void tenantsNeverMeet() {
        StoreFixture<VoteStore> votes = fixture();
        Scope other = Scope.wholeTenant(OTHER);
        StoredVote ours = vote(Seed.random());
        StoredVote theirs = Votes.in(ours, OTHER);
        put(votes, ours);
        assertThat(find(votes, other, ours)).isEmpty();
        assertThat(allOf(votes, other, ERIKA)).isEmpty();
        assertThat(isDeleted(votes, other, ours)).isFalse();
        assertThat(erased(votes, other, ERIKA)).isZero();
        put(votes, theirs);
        assertThat(find(votes, other, ours)).contains(theirs);
        assertThat(allOf(votes, ALL, ERIKA)).containsExactly(ours);
        assertThat(isDeleted(votes, other, ours)).isTrue();
        put(votes, theirs);
        assertThat(find(votes, ALL, ours)).contains(ours);
        assertThat(erased(votes, other, ERIKA)).isEqualTo(1);
        assertThat(find(votes, ALL, ours)).contains(ours);
    }

    /** Neither a vote nor that one is gone. */
    @Test
    @Promise(6)
    default void aRolledBackTransactionLeavesNothing() {
        StoreFixture<VoteStore> votes = fixture();
        SplittableRandom random = Seed.random();
        StoredVote kept = vote(random);
        put(votes, kept);
        votes.rollBack((tx, store) -> {
            store.put(tx, Votes.instead(kept, random, null));
            store.put(tx, vote(random, MAX, STORM, 2));
        });
        votes.rollBack((tx, store) -> store.delete(tx, ALL, ERIKA, HAIL, 1));
        votes.rollBack((tx, store) -> store.deleteAllOf(tx, ALL, ERIKA));
        assertThat(allOf(votes, ALL, ERIKA)).containsExactly(kept);
        assertThat(allOf(votes, ALL, MAX)).isEmpty();
    }

    /** Each customer's votes for two articles, of two revisions. */
    private static List<StoredVote> ofEachCustomer(StoreFixture<VoteStore> votes, SplittableRandom random) {
        List<StoredVote> all = new ArrayList<>();
        ArticleId first = Articles.id(random);
        ArticleId second = Articles.id(random);
        for (CustomerId customer : new RandomScopes(random).customers()) {
            all.add(vote(random, customer, first, 1));
            all.add(vote(random, customer, first, 2));
            all.add(vote(random, customer, second, 1));
        }
        all.forEach(vote -> put(votes, vote));
        return all;
    }

    private static boolean isDeleted(StoreFixture<VoteStore> votes, Scope scope, StoredVote vote) {
        return votes.write((tx, store) -> store.delete(tx, scope, vote.customer(), vote.article(), vote.revision()));
    }

    private static int erased(StoreFixture<VoteStore> votes, Scope scope, CustomerId customer) {
        return votes.write((tx, store) -> store.deleteAllOf(tx, scope, customer));
    }
}
