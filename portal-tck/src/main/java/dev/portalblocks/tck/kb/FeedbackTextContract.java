// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.ALL;
import static dev.portalblocks.tck.kb.Said.article;
import static dev.portalblocks.tck.kb.Said.counted;
import static dev.portalblocks.tck.kb.Said.found;
import static dev.portalblocks.tck.kb.Said.isRemoved;
import static dev.portalblocks.tck.kb.Said.put;
import static dev.portalblocks.tck.kb.Said.said;
import static dev.portalblocks.tck.kb.Said.scopes;
import static dev.portalblocks.tck.kb.Said.texts;
import static dev.portalblocks.tck.kb.Votes.vote;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.kb.model.FeedbackCount;
import dev.portalblocks.kb.model.FeedbackId;
import dev.portalblocks.kb.spi.FeedbackStore;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.kb.spi.StoredVote;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What {@link FeedbackStore} promises of a single text: a part of {@link FeedbackStoreContract}. */
@ContractOf(FeedbackStore.class)
public interface FeedbackTextContract {
    /** Returns a storage without articles and votes, and its domain; asked once, at the beginning of each test. */
    StoreFixture<KnowledgeStorage> fixture();

    /** Of all votes, with text or without, in each of eight scopes. */
    @Test
    @Promise(3)
    default void aTextIsFoundWhereTheScopeCoversIt() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        Said said = said(kb, random);
        for (Scope scope : scopes(random)) {
            List<StoredVote> covered = said.texts(scope, null);
            for (StoredVote vote : said.votes()) {
                assertThat(found(kb, scope, vote.id()))
                        .as("%s in %s", vote, scope)
                        .isEqualTo(Optional.of(vote).filter(covered::contains));
            }
        }
        assertThat(found(kb, ALL, FeedbackId.of(Seed.uuid(random)))).isEmpty();
    }

    /** Who wrote something else is not to lose it. */
    @Test
    @Promise(3)
    default void aTextThatAnotherTookThePlaceOfIsGone() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        StoredVote first = vote(random, Votes.ERIKA, article(kb, random).id(), 1);
        StoredVote second = Votes.instead(first, random, "Nein.");
        put(kb, first);
        put(kb, second);
        assertThat(found(kb, ALL, first.id())).isEmpty();
        assertThat(isRemoved(kb, ALL, first.id())).isFalse();
        assertThat(found(kb, ALL, second.id())).contains(second);
    }

    /** Of one vote, and nothing but its text. */
    @Test
    @Promise(4)
    default void aTextIsRemovedWithinTheScope() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        Said said = said(kb, random);
        List<StoredVote> left = new ArrayList<>(said.texts(ALL, null));
        List<Scope> scopes = new ArrayList<>(scopes(random));
        scopes.addAll(scopes(random));
        for (int i = 0; i < 4 * scopes.size() && !left.isEmpty(); i++) {
            Scope scope = scopes.get(i % scopes.size());
            StoredVote vote = i % 4 == 0
                    ? said.votes().get(random.nextInt(said.votes().size()))
                    : left.get(random.nextInt(left.size()));
            List<FeedbackCount> counts = counted(kb, ALL, vote.article());
            boolean isThere = left.contains(vote) && said.texts(scope, null).contains(vote);
            assertThat(isRemoved(kb, scope, vote.id()))
                    .as("%s in %s", vote, scope)
                    .isEqualTo(isThere);
            if (isThere) {
                left.remove(vote);
                assertThat(isRemoved(kb, scope, vote.id())).isFalse();
            }
            assertThat(texts(kb, ALL, null, 100)).containsExactlyInAnyOrderElementsOf(left);
            assertThat(counted(kb, ALL, vote.article())).isEqualTo(counts);
            Optional<StoredVote> kept = kb.read(
                    (tx, store) -> store.votes().find(tx, ALL, vote.customer(), vote.article(), vote.revision()));
            assertThat(kept.orElseThrow())
                    .usingRecursiveComparison()
                    .ignoringFields("text")
                    .isEqualTo(vote);
        }
    }

    /** What is for {@code Broker} is beyond who reaches what is for {@code broker}. */
    @Test
    @Promise(4)
    default void aTextStaysWhereTheScopeHasAnAudienceThatLooksAlike() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        StoredArticle article = Articles.published(
                ACME, Articles.id(random), Articles.content("x").forAudiences(Audience.role("Broker")));
        PublishedArticles.insert(kb, article);
        StoredVote vote = vote(random, Votes.ERIKA, article.id(), 1);
        put(kb, vote);
        assertThat(isRemoved(kb, ALL.ofAudiences(Bound.only(Set.of(Audience.role("broker")))), vote.id()))
                .isFalse();
        assertThat(isRemoved(kb, ALL.ofAudiences(Bound.only(Set.of(Audience.role("Broker")))), vote.id()))
                .isTrue();
    }
}
