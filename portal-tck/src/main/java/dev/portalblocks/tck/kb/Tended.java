// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Views.DAY;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.ArticleSettings;
import dev.portalblocks.kb.model.CareReason;
import dev.portalblocks.kb.model.NeedyArticle;
import dev.portalblocks.kb.model.OwnerHealth;
import dev.portalblocks.kb.spi.ArticleHealthStore;
import dev.portalblocks.kb.spi.HealthLimits;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.kb.spi.ShownText;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.kb.spi.StoredView;
import dev.portalblocks.kb.spi.StoredVote;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.StoreFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Articles that are more or less looked after, and a plain look at each of them.
 *
 * @param articles of all sorts
 * @param votes what was said of them
 * @param views who saw them, counted and not
 */
record Tended(List<StoredArticle> articles, List<StoredVote> votes, List<StoredView> views) {
    private static final List<String> OWNERS = List.of("lena", "Lena", "max");

    static Tended tended(StoreFixture<KnowledgeStorage> kb, SplittableRandom random) {
        RandomScopes scopes = new RandomScopes(random);
        Tended all = new Tended(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < 40; i++) {
            all.articles.add(any(random, scopes));
            PublishedArticles.insert(kb, all.articles.get(i));
        }
        Map<List<Object>, StoredVote> votes = new LinkedHashMap<>();
        for (int i = 0; i < 200; i++) {
            StoredVote vote = Votes.any(
                    random,
                    CustomerId.of("c" + random.nextInt(5)),
                    all.one(random).id());
            votes.put(List.of(vote.customer(), vote.article(), vote.revision()), vote);
            Said.put(kb, vote);
        }
        all.votes.addAll(votes.values());
        for (int i = 0; i < 25; i++) {
            StoredView view = Views.view(random, all.one(random).id(), 1, Seen.day(random));
            all.views.add(view);
            if (random.nextBoolean()) {
                kb.change((tx, store) -> store.views().add(tx, view));
            } else {
                Seen.add(kb, Views.count(view.article(), 1, view.day(), 1));
            }
        }
        return all;
    }

    private StoredArticle one(SplittableRandom random) {
        return articles.get(random.nextInt(articles.size()));
    }

    private static StoredArticle any(SplittableRandom random, RandomScopes scopes) {
        StoredArticle article = TranslatedArticles.any(random, scopes);
        String owner = random.nextInt(4) == 0 ? null : OWNERS.get(random.nextInt(OWNERS.size()));
        LocalDate review = random.nextBoolean() ? null : DAY.plusDays(random.nextInt(4));
        return new StoredArticle(
                article.tenant(),
                article.id(),
                article.state(),
                article.source(),
                article.parts(),
                ArticleSettings.none().assigned(owner, review),
                article.version(),
                ScheduledArticles.minute(random.nextInt(4)));
    }

    static HealthLimits limits(SplittableRandom random) {
        boolean isWithoutViews = random.nextInt(4) == 0;
        Instant changed = ScheduledArticles.minute(random.nextInt(5));
        return new HealthLimits(
                ScheduledArticles.minute(random.nextInt(20)),
                DAY.plusDays(random.nextInt(5)),
                ScheduledArticles.minute(random.nextInt(5)),
                1 + random.nextInt(100),
                1 + random.nextInt(4),
                isWithoutViews ? null : Seen.day(random),
                isWithoutViews ? null : changed);
    }

    List<OwnerHealth> owners(Scope scope, HealthLimits limits) {
        List<NeedyArticle> all = measured(scope, limits);
        return all.stream()
                .map(article -> health(
                        article.owner(),
                        all.stream()
                                .filter(same -> Objects.equals(same.owner(), article.owner()))
                                .toList()))
                .distinct()
                .sorted(Comparator.comparing(OwnerHealth::owner, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static OwnerHealth health(@Nullable String owner, List<NeedyArticle> some) {
        return new OwnerHealth(
                owner,
                some.size(),
                count(some, CareReason.REVIEW_OVERDUE),
                count(some, CareReason.TRANSLATION_OUTDATED),
                count(some, CareReason.UNCHANGED),
                count(some, CareReason.UNHELPFUL),
                count(some, CareReason.UNSEEN));
    }

    private static int count(List<NeedyArticle> some, CareReason reason) {
        return (int) some.stream()
                .filter(article -> article.reasons().contains(reason))
                .count();
    }

    List<NeedyArticle> needy(Scope scope, HealthLimits limits, @Nullable String owner) {
        return measured(scope, limits).stream()
                .filter(article -> !article.reasons().isEmpty())
                .filter(article -> owner == null || owner.equals(article.owner()))
                .sorted(Comparator.comparing(
                                (NeedyArticle article) -> -article.reasons().size())
                        .thenComparing(article -> article.article().toString()))
                .toList();
    }

    private List<NeedyArticle> measured(Scope scope, HealthLimits limits) {
        return articles.stream()
                .filter(article -> article.isWithin(scope)
                        && ShownText.of(article).stream().anyMatch(text -> text.lasts(limits.now())))
                .map(article ->
                        new NeedyArticle(article.id(), article.settings().owner(), reasons(article, limits)))
                .toList();
    }

    private List<CareReason> reasons(StoredArticle article, HealthLimits limits) {
        List<CareReason> reasons = new ArrayList<>();
        LocalDate review = article.settings().reviewBy();
        if (review != null && review.isBefore(limits.today())) {
            reasons.add(CareReason.REVIEW_OVERDUE);
        }
        if (ShownText.of(article).stream().anyMatch(text -> text.outdated() && text.lasts(limits.now()))) {
            reasons.add(CareReason.TRANSLATION_OUTDATED);
        }
        if (article.changedAt().isBefore(limits.unchangedSince())) {
            reasons.add(CareReason.UNCHANGED);
        }
        if (isUnhelpful(article, limits)) {
            reasons.add(CareReason.UNHELPFUL);
        }
        Instant since = limits.unseenSince();
        LocalDate from = limits.unseenFrom();
        if (since != null
                && from != null
                && article.changedAt().isBefore(since)
                && views.stream()
                        .noneMatch(view -> view.article().equals(article.id())
                                && !view.day().isBefore(from))) {
            reasons.add(CareReason.UNSEEN);
        }
        return reasons;
    }

    private boolean isUnhelpful(StoredArticle article, HealthLimits limits) {
        List<StoredVote> its = votes.stream()
                .filter(vote -> vote.article().equals(article.id()))
                .toList();
        long latest = its.stream().mapToLong(StoredVote::revision).max().orElse(0);
        List<StoredVote> last =
                its.stream().filter(vote -> vote.revision() == latest).toList();
        long helped = last.stream().filter(StoredVote::helpful).count();
        return last.size() >= limits.votes() && 100.0 * helped / last.size() < limits.helpfulPercent();
    }

    static List<OwnerHealth> owners(StoreFixture<KnowledgeStorage> kb, Scope scope, HealthLimits limits) {
        return kb.read((tx, store) -> store.health().owners(tx, scope, limits));
    }

    static List<NeedyArticle> needy(
            StoreFixture<KnowledgeStorage> kb, Scope scope, HealthLimits limits, @Nullable String owner, int limit) {
        return Pages.walk(
                limit,
                (after, size) -> kb.read((tx, store) -> store.health().needy(tx, scope, limits, owner, after, size)),
                ArticleHealthStore::place);
    }

    /** Returns this article as another tenant's. */
    static StoredArticle in(StoredArticle article, TenantId tenant) {
        return new StoredArticle(
                tenant,
                article.id(),
                article.state(),
                article.source(),
                article.parts(),
                article.settings(),
                article.version(),
                article.changedAt());
    }
}
