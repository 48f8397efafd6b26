// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.ALL;
import static dev.portalblocks.tck.kb.Votes.vote;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.FeedbackCount;
import dev.portalblocks.kb.model.FeedbackId;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.kb.spi.StoredVote;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Articles, and what was said of them.
 *
 * @param articles of all sorts
 * @param votes in any order
 */
record Said(List<StoredArticle> articles, List<StoredVote> votes) {
    List<FeedbackCount> counted(ArticleId article) {
        return votes.stream()
                .filter(vote -> vote.article().equals(article))
                .map(vote -> counted(article, vote.revision(), vote.language()))
                .distinct()
                .sorted(Comparator.comparing(FeedbackCount::revision).thenComparing(FeedbackCount::language))
                .toList();
    }

    private FeedbackCount counted(ArticleId article, long revision, LanguageTag language) {
        int helpful = 0;
        int notHelpful = 0;
        for (StoredVote vote : votes) {
            if (vote.article().equals(article)
                    && vote.revision() == revision
                    && vote.language().equals(language)) {
                helpful += vote.helpful() ? 1 : 0;
                notHelpful += vote.helpful() ? 0 : 1;
            }
        }
        return new FeedbackCount(revision, language, helpful, notHelpful);
    }

    List<StoredVote> texts(Scope scope, @Nullable ArticleId article) {
        return votes.stream()
                .filter(vote -> vote.text() != null
                        && (article == null || vote.article().equals(article))
                        && articles.stream().anyMatch(one -> one.id().equals(vote.article()) && one.isWithin(scope)))
                .sorted(Comparator.comparing((StoredVote vote) -> vote.id().toString())
                        .reversed())
                .toList();
    }

    static Said said(StoreFixture<KnowledgeStorage> kb, SplittableRandom random) {
        RandomScopes scopes = new RandomScopes(random);
        List<StoredArticle> articles = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            articles.add(Articles.any(ACME, scopes, random));
            PublishedArticles.insert(kb, articles.get(i));
        }
        Map<List<Object>, StoredVote> votes = new LinkedHashMap<>();
        for (int i = 0; i < 80; i++) {
            ArticleId article = articles.get(random.nextInt(articles.size())).id();
            StoredVote vote = Votes.any(random, CustomerId.of("c" + random.nextInt(5)), article);
            votes.put(List.of(vote.customer(), article, vote.revision()), vote);
            put(kb, vote);
        }
        put(kb, vote(random, Votes.ERIKA, Articles.id(random), 1)); // of an article that is not there
        return new Said(articles, List.copyOf(votes.values()));
    }

    static List<Scope> scopes(SplittableRandom random) {
        RandomScopes scopes = new RandomScopes(random);
        List<Scope> some = new ArrayList<>(List.of(ALL));
        for (int i = 0; i < 11; i++) {
            some.add(scopes.scope(ACME));
        }
        return some;
    }

    static StoredArticle article(StoreFixture<KnowledgeStorage> kb, SplittableRandom random) {
        StoredArticle article = Articles.draft(ACME, Articles.id(random), null, "x");
        PublishedArticles.insert(kb, article);
        return article;
    }

    static void put(StoreFixture<KnowledgeStorage> kb, StoredVote vote) {
        kb.change((tx, store) -> store.votes().put(tx, vote));
    }

    static List<FeedbackCount> counted(StoreFixture<KnowledgeStorage> kb, Scope scope, ArticleId article) {
        return kb.read((tx, store) -> store.feedback().count(tx, scope, article));
    }

    static Optional<StoredVote> found(StoreFixture<KnowledgeStorage> kb, Scope scope, FeedbackId id) {
        return kb.read((tx, store) -> store.feedback().findText(tx, scope, id));
    }

    static boolean isRemoved(StoreFixture<KnowledgeStorage> kb, Scope scope, FeedbackId id) {
        return kb.write((tx, store) -> store.feedback().removeText(tx, scope, id));
    }

    static List<StoredVote> texts(
            StoreFixture<KnowledgeStorage> kb, Scope scope, @Nullable ArticleId article, int limit) {
        return Pages.walk(
                limit,
                (after, size) -> kb.read((tx, store) -> store.feedback().listTexts(tx, scope, article, after, size)),
                vote -> Keyset.ofId(vote.id()));
    }
}
