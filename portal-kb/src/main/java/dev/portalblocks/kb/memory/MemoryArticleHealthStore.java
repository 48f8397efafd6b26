// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CareReason;
import dev.portalblocks.kb.model.NeedyArticle;
import dev.portalblocks.kb.model.OwnerHealth;
import dev.portalblocks.kb.spi.ArticleHealthStore;
import dev.portalblocks.kb.spi.HealthLimits;
import dev.portalblocks.kb.spi.ShownText;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.kb.spi.StoredVote;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which articles need care, in memory. */
final class MemoryArticleHealthStore implements ArticleHealthStore {
    private static final Comparator<OwnerHealth> BY_OWNER =
            Comparator.comparing(OwnerHealth::owner, Comparator.nullsLast(Comparator.naturalOrder()));

    private final ArticleRows articles;
    private final VoteRows votes;
    private final MemoryViewCountStore views;

    MemoryArticleHealthStore(ArticleRows articles, VoteRows votes, MemoryViewCountStore views) {
        this.articles = articles;
        this.votes = votes;
        this.views = views;
    }

    @Override
    public List<OwnerHealth> owners(Tx tx, Scope scope, HealthLimits limits) {
        return measured(tx, scope, limits)
                .collect(Collectors.groupingBy(article -> Optional.ofNullable(article.owner())))
                .entrySet()
                .stream()
                .map(each -> health(each.getKey().orElse(null), each.getValue()))
                .sorted(BY_OWNER)
                .toList();
    }

    private static OwnerHealth health(@Nullable String owner, List<NeedyArticle> all) {
        return new OwnerHealth(
                owner,
                all.size(),
                count(all, CareReason.REVIEW_OVERDUE),
                count(all, CareReason.TRANSLATION_OUTDATED),
                count(all, CareReason.UNCHANGED),
                count(all, CareReason.UNHELPFUL),
                count(all, CareReason.UNSEEN));
    }

    private static int count(List<NeedyArticle> all, CareReason reason) {
        return (int) all.stream()
                .filter(article -> article.reasons().contains(reason))
                .count();
    }

    @Override
    public List<NeedyArticle> needy(
            Tx tx, Scope scope, HealthLimits limits, @Nullable String owner, @Nullable Keyset after, int limit) {
        return measured(tx, scope, limits)
                .filter(article -> !article.reasons().isEmpty())
                .filter(article -> owner == null || owner.equals(article.owner()))
                .filter(article ->
                        after == null || ArticleHealthStore.place(article).compareTo(after) > 0)
                .sorted(Comparator.comparing(ArticleHealthStore::place))
                .limit(limit)
                .toList();
    }

    private Stream<NeedyArticle> measured(Tx tx, Scope scope, HealthLimits limits) {
        return articles.ofTenant(tx, scope.tenant(), null)
                .filter(article -> article.isWithin(scope)
                        && ShownText.of(article).stream().anyMatch(text -> text.lasts(limits.now())))
                .map(article ->
                        new NeedyArticle(article.id(), article.settings().owner(), reasons(tx, article, limits)));
    }

    private List<CareReason> reasons(Tx tx, StoredArticle article, HealthLimits limits) {
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
        if (isUnhelpful(tx, article.tenant(), article.id(), limits)) {
            reasons.add(CareReason.UNHELPFUL);
        }
        Instant since = limits.unseenSince();
        if (since != null
                && article.changedAt().isBefore(since)
                && !views.isSeen(tx, article.tenant(), article.id(), Objects.requireNonNull(limits.unseenFrom()))) {
            reasons.add(CareReason.UNSEEN);
        }
        return reasons;
    }

    private boolean isUnhelpful(Tx tx, TenantId tenant, ArticleId article, HealthLimits limits) {
        TreeMap<Long, List<StoredVote>> byRevision = votes.ofArticle(tx, tenant, article)
                .collect(Collectors.groupingBy(StoredVote::revision, TreeMap::new, Collectors.toList()));
        if (byRevision.isEmpty()) {
            return false;
        }
        List<StoredVote> latest = byRevision.lastEntry().getValue();
        long helped = latest.stream().filter(StoredVote::helpful).count();
        return latest.size() >= limits.votes() && helped * 100 < (long) latest.size() * limits.helpfulPercent();
    }
}
