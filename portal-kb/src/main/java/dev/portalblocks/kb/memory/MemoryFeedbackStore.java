// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.FeedbackCount;
import dev.portalblocks.kb.model.FeedbackId;
import dev.portalblocks.kb.spi.FeedbackStore;
import dev.portalblocks.kb.spi.StoredVote;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was said of articles, in memory. */
final class MemoryFeedbackStore implements FeedbackStore {
    private final VoteRows votes;
    private final ArticleRows articles;

    MemoryFeedbackStore(VoteRows votes, ArticleRows articles) {
        this.votes = votes;
        this.articles = articles;
    }

    @Override
    public List<FeedbackCount> count(Tx tx, Scope scope, ArticleId article) {
        if (!isCovered(tx, scope, article)) {
            return List.of();
        }
        Map<Long, Map<LanguageTag, List<StoredVote>>> counted = votes.ofArticle(tx, scope.tenant(), article)
                .collect(Collectors.groupingBy(
                        StoredVote::revision,
                        TreeMap::new,
                        Collectors.groupingBy(StoredVote::language, TreeMap::new, Collectors.toList())));
        return counted.entrySet().stream()
                .flatMap(revision -> revision.getValue().entrySet().stream()
                        .map(language -> counted(revision.getKey(), language.getKey(), language.getValue())))
                .toList();
    }

    private static FeedbackCount counted(long revision, LanguageTag language, List<StoredVote> some) {
        int helpful = (int) some.stream().filter(StoredVote::helpful).count();
        return new FeedbackCount(revision, language, helpful, some.size() - helpful);
    }

    @Override
    public List<StoredVote> listTexts(
            Tx tx, Scope scope, @Nullable ArticleId article, @Nullable Keyset after, int limit) {
        Stream<StoredVote> some =
                article == null ? votes.ofTenant(tx, scope.tenant()) : votes.ofArticle(tx, scope.tenant(), article);
        return some.filter(vote -> vote.text() != null)
                .filter(vote -> after == null || Keyset.ofId(vote.id()).compareTo(after) < 0)
                .sorted(Comparator.comparing((StoredVote vote) -> vote.id().toString())
                        .reversed())
                .filter(vote -> isCovered(tx, scope, vote.article()))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<StoredVote> findText(Tx tx, Scope scope, FeedbackId id) {
        return votes.ofTenant(tx, scope.tenant())
                .filter(vote -> vote.id().equals(id) && vote.text() != null)
                .filter(vote -> isCovered(tx, scope, vote.article()))
                .findFirst();
    }

    @Override
    public boolean removeText(Tx tx, Scope scope, FeedbackId id) {
        Optional<StoredVote> there = findText(tx, scope, id)
                .flatMap(seen -> votes.table().findForUpdate(tx, VoteRows.Key.of(seen)))
                .filter(latest -> latest.id().equals(id) && latest.text() != null);
        there.ifPresent(vote -> votes.table().put(tx, VoteRows.Key.of(vote), withoutText(vote)));
        return there.isPresent();
    }

    private boolean isCovered(Tx tx, Scope scope, ArticleId article) {
        return articles.table()
                .find(tx, ArticleRows.Key.of(scope.tenant(), article))
                .filter(found -> found.isWithin(scope))
                .isPresent();
    }

    private static StoredVote withoutText(StoredVote vote) {
        return new StoredVote(
                vote.tenant(),
                vote.id(),
                vote.article(),
                vote.revision(),
                vote.customer(),
                vote.language(),
                vote.helpful(),
                null,
                vote.givenAt());
    }
}
