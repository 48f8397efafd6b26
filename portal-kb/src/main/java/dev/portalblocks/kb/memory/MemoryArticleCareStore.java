// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.memory;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.LanguageCoverage;
import dev.portalblocks.kb.spi.ArticleCareStore;
import dev.portalblocks.kb.spi.ShownText;
import dev.portalblocks.kb.spi.StoredArticle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Articles as those look at them who answer for them, in memory. */
final class MemoryArticleCareStore implements ArticleCareStore {
    private final ArticleRows rows;

    MemoryArticleCareStore(ArticleRows rows) {
        this.rows = rows;
    }

    @Override
    public List<StoredArticle> listOwned(Tx tx, Scope scope, String owner, @Nullable Keyset after, int limit) {
        return rows.ofTenant(tx, scope.tenant(), after)
                .filter(found ->
                        found.isWithin(scope) && owner.equals(found.settings().owner()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<StoredArticle> listDue(
            Tx tx, Scope scope, LocalDate until, @Nullable String owner, @Nullable Keyset after, int limit) {
        return rows.ofTenant(tx, scope.tenant(), null)
                .filter(found -> found.isWithin(scope) && isDue(found, until))
                .filter(found -> owner == null || owner.equals(found.settings().owner()))
                .filter(found -> after == null || ArticleCareStore.place(found).compareTo(after) > 0)
                .sorted(Comparator.comparing(ArticleCareStore::place))
                .limit(limit)
                .toList();
    }

    @Override
    public List<LanguageCoverage> countByLanguage(Tx tx, Scope scope, Instant since) {
        List<List<ShownText>> articles = lasting(rows.ofTenant(tx, scope.tenant(), null), scope, since)
                .map(ShownText::of)
                .toList();
        Map<LanguageTag, List<ShownText>> texts = articles.stream()
                .flatMap(List::stream)
                .filter(text -> text.lasts(since))
                .collect(Collectors.groupingBy(ShownText::language, TreeMap::new, Collectors.toList()));
        List<LanguageCoverage> counts = new ArrayList<>();
        texts.forEach((language, some) -> {
            int outdated = (int) some.stream().filter(ShownText::outdated).count();
            counts.add(new LanguageCoverage(language, articles.size(), some.size(), outdated));
        });
        return counts;
    }

    @Override
    public List<StoredArticle> listUntranslated(
            Tx tx, Scope scope, LanguageTag language, Instant since, @Nullable Keyset after, int limit) {
        return lasting(rows.ofTenant(tx, scope.tenant(), after), scope, since)
                .filter(found -> ShownText.of(found).stream()
                        .noneMatch(text -> text.language().equals(language) && text.lasts(since) && !text.outdated()))
                .limit(limit)
                .toList();
    }

    private static Stream<StoredArticle> lasting(Stream<StoredArticle> articles, Scope scope, Instant since) {
        return articles.filter(
                found -> found.isWithin(scope) && ShownText.of(found).stream().anyMatch(text -> text.lasts(since)));
    }

    private static boolean isDue(StoredArticle article, LocalDate until) {
        LocalDate day = article.settings().reviewBy();
        return day != null && !day.isAfter(until);
    }
}
