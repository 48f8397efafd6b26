// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ALL;
import static dev.portalblocks.tck.kb.Articles.OTHER;
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

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.FeedbackCount;
import dev.portalblocks.kb.spi.FeedbackStore;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.kb.spi.StoredVote;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The promises of {@link FeedbackStore}: implement it in a test class and return the storage to be tested. Its {@link
 * KnowledgeStorage#articles()} and {@link KnowledgeStorage#votes()} write what its {@link KnowledgeStorage#feedback()} shows; the other
 * stores are not used. Single texts are tried by {@link FeedbackTextContract}, a part of this.
 */
@ContractOf(FeedbackStore.class)
public interface FeedbackStoreContract extends FeedbackTextContract {
    /** Returns a storage without articles and votes, and its domain; asked once, at the beginning of each test. */
    @Override
    StoreFixture<KnowledgeStorage> fixture();

    /** For each article and eight scopes. */
    @Test
    @Promise(1)
    default void countsAreOfWhatTheScopeCovers() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        Said said = said(kb, random);
        for (Scope scope : scopes(random)) {
            for (StoredArticle article : said.articles()) {
                List<FeedbackCount> expected = article.isWithin(scope) ? said.counted(article.id()) : List.of();
                assertThat(counted(kb, scope, article.id())).as("%s", scope).isEqualTo(expected);
            }
        }
        assertThat(counted(kb, ALL, Articles.id(random))).isEmpty();
    }

    /** Changed, taken back, erased, its text removed: what counts are the votes that are there. */
    @Test
    @Promise(1)
    default void whatIsChangedAndTakenBackCountsAsItIsThen() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        ArticleId hail = article(kb, random).id();
        StoredVote first = vote(random, Votes.ERIKA, hail, 1);
        StoredVote ofMax = vote(random, Votes.MAX, hail, 1);
        put(kb, first);
        put(kb, ofMax);
        assertThat(counted(kb, ALL, hail)).containsExactly(new FeedbackCount(1, LanguageTag.GERMAN, 2, 0));
        put(kb, Votes.instead(first, random, "Nein."));
        assertThat(counted(kb, ALL, hail))
                .containsExactly(
                        new FeedbackCount(1, LanguageTag.GERMAN, 1, 0),
                        new FeedbackCount(1, LanguageTag.ENGLISH, 0, 1));
        kb.change((tx, store) -> store.votes().delete(tx, ALL, Votes.ERIKA, hail, 1));
        assertThat(counted(kb, ALL, hail)).containsExactly(new FeedbackCount(1, LanguageTag.GERMAN, 1, 0));
        kb.change((tx, store) -> store.votes().deleteAllOf(tx, ALL, Votes.MAX));
        assertThat(counted(kb, ALL, hail)).isEmpty();
    }

    /** For eight scopes, of one article and of all, whatever the size of a page. */
    @Test
    @Promise(2)
    default void textsAreWhatTheScopeCoversTheLatestFirst() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        Said said = said(kb, random);
        int i = 0;
        for (Scope scope : scopes(random)) {
            ArticleId article = i++ % 2 == 0
                    ? null
                    : said.articles()
                            .get(random.nextInt(said.articles().size()))
                            .id();
            for (int limit : new int[] {1, 3, 100}) {
                assertThat(texts(kb, scope, article, limit))
                        .as("%s in %s", article, scope)
                        .isEqualTo(said.texts(scope, article));
            }
        }
    }

    /** Of two tenants each has its own, of the same article. */
    @Test
    @Promise(5)
    default void tenantsNeverMeet() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        Scope other = Scope.wholeTenant(OTHER);
        StoredArticle article = article(kb, random);
        PublishedArticles.insert(kb, Articles.draft(OTHER, article.id(), null, "x"));
        StoredVote ours = vote(random, Votes.ERIKA, article.id(), 1);
        put(kb, ours);
        assertThat(counted(kb, other, article.id())).isEmpty();
        assertThat(texts(kb, other, article.id(), 10)).isEmpty();
        assertThat(texts(kb, other, null, 10)).isEmpty();
        assertThat(found(kb, other, ours.id())).isEmpty();
        assertThat(isRemoved(kb, other, ours.id())).isFalse();
        put(kb, Votes.in(ours, OTHER));
        assertThat(counted(kb, ALL, article.id())).containsExactly(new FeedbackCount(1, LanguageTag.GERMAN, 1, 0));
        assertThat(isRemoved(kb, other, ours.id())).isTrue();
        assertThat(texts(kb, ALL, null, 10)).containsExactly(ours);
        assertThat(texts(kb, other, null, 10)).isEmpty();
    }

    /** Neither a vote nor that a text is gone. */
    @Test
    @Promise(5)
    default void aRolledBackTransactionLeavesNothing() {
        StoreFixture<KnowledgeStorage> kb = fixture();
        SplittableRandom random = Seed.random();
        ArticleId hail = article(kb, random).id();
        StoredVote kept = vote(random, Votes.ERIKA, hail, 1);
        put(kb, kept);
        kb.rollBack((tx, store) -> {
            store.feedback().removeText(tx, ALL, kept.id());
            assertThat(store.feedback().findText(tx, ALL, kept.id())).isEmpty();
            store.votes().put(tx, vote(random, Votes.MAX, hail, 1));
        });
        assertThat(texts(kb, ALL, null, 10)).containsExactly(kept);
        assertThat(counted(kb, ALL, hail)).containsExactly(new FeedbackCount(1, LanguageTag.GERMAN, 1, 0));
    }
}
