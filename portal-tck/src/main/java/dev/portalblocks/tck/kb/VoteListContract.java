// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.ALL;
import static dev.portalblocks.tck.kb.Votes.allOf;
import static dev.portalblocks.tck.kb.Votes.find;
import static dev.portalblocks.tck.kb.Votes.put;
import static dev.portalblocks.tck.kb.Votes.vote;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.spi.StoredVote;
import dev.portalblocks.kb.spi.VoteStore;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What {@link VoteStore} promises of all that a customer said: a part of {@link VoteStoreContract}. */
@ContractOf(VoteStore.class)
public interface VoteListContract {
    /** Returns a store without votes and its domain; asked once, at the beginning of each test. */
    StoreFixture<VoteStore> fixture();

    /** For each of the customers, whatever the size of a page. */
    @Test
    @Promise(4)
    default void aCustomersVotesAreWhatTheScopeCoversInTheOrderOfIds() {
        StoreFixture<VoteStore> votes = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        List<StoredVote> all = manyVotes(votes, random);
        for (int i = 0; i < 12; i++) {
            Scope scope = i == 0 ? ALL : scopes.scope(ACME);
            for (CustomerId customer : scopes.customers()) {
                List<StoredVote> expected = all.stream()
                        .filter(vote -> vote.customer().equals(customer) && scope.covers(vote.label()))
                        .sorted(Comparator.comparing(vote -> vote.id().toString()))
                        .toList();
                for (int limit : new int[] {1, 3, 60}) {
                    assertThat(listOf(votes, scope, customer, limit))
                            .as("%s in %s", customer, scope)
                            .isEqualTo(expected);
                }
            }
        }
    }

    /** And nobody else's; a second time there is nothing. */
    @Test
    @Promise(5)
    default void allThatACustomerSaidIsErasedWithinTheScope() {
        StoreFixture<VoteStore> votes = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        for (int i = 0; i < 12; i++) {
            List<StoredVote> all = manyVotes(votes, random);
            Scope scope = i == 0 ? ALL : scopes.scope(ACME);
            for (CustomerId customer : i == 0 ? List.of(scopes.customer()) : scopes.customers()) {
                List<StoredVote> before = all.stream()
                        .filter(vote -> find(votes, ALL, vote).isPresent())
                        .toList();
                int there = allOf(votes, scope, customer).size();
                assertThat(erased(votes, scope, customer))
                        .as("%s in %s", customer, scope)
                        .isEqualTo(there);
                assertThat(erased(votes, scope, customer)).isZero();
                for (StoredVote vote : before) {
                    boolean isErased = vote.customer().equals(customer) && scope.covers(vote.label());
                    assertThat(find(votes, ALL, vote).isEmpty()).as("%s", vote).isEqualTo(isErased);
                }
            }
        }
    }

    private static List<StoredVote> manyVotes(StoreFixture<VoteStore> votes, SplittableRandom random) {
        RandomScopes scopes = new RandomScopes(random);
        Map<List<Object>, StoredVote> all = new LinkedHashMap<>();
        List<ArticleId> articles = List.of(Articles.id(random), Articles.id(random), Articles.id(random));
        for (int i = 0; i < 40; i++) {
            StoredVote vote = Votes.any(random, scopes.customer(), articles.get(random.nextInt(3)));
            if (all.putIfAbsent(List.of(vote.customer(), vote.article(), vote.revision()), vote) == null) {
                put(votes, vote);
            }
        }
        return List.copyOf(all.values());
    }

    private static int erased(StoreFixture<VoteStore> votes, Scope scope, CustomerId customer) {
        return votes.write((tx, store) -> store.deleteAllOf(tx, scope, customer));
    }

    private static List<StoredVote> listOf(StoreFixture<VoteStore> votes, Scope scope, CustomerId customer, int limit) {
        return Pages.walk(
                limit,
                (after, size) -> votes.read((tx, store) -> store.listOf(tx, scope, customer, after, size)),
                vote -> Keyset.ofId(vote.id()));
    }
}
