// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.ALL;
import static dev.portalblocks.tck.kb.Articles.BY_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Keyset;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.SourceKey;
import dev.portalblocks.kb.spi.ArticleStore;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.tck.Awkward;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Pages;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.RandomScopes;
import dev.portalblocks.tck.Seed;
import dev.portalblocks.tck.StoreFixture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Promises 6 and 8 of {@link ArticleStore}, about its lists; part of {@link ArticleStoreContract}. */
@ContractOf(ArticleStore.class)
public interface ArticleListContract {
    /** Returns a store without articles and its domain; asked once, at the beginning of each test. */
    StoreFixture<ArticleStore> fixture();

    /** For thirty scopes, whatever the size of a page. */
    @Test
    @Promise(6)
    default void theListIsWhatTheScopeCoversInTheOrderOfIds() {
        StoreFixture<ArticleStore> articles = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        List<StoredArticle> kept = Articles.anyInserted(articles, ACME, 40, random);
        for (int i = 0; i < 30; i++) {
            Scope scope = i == 0 ? ALL : scopes.scope(ACME);
            List<StoredArticle> covered = kept.stream()
                    .filter(article -> article.isWithin(scope))
                    .sorted(BY_ID)
                    .toList();
            for (int limit : new int[] {3, 39, 40, 41}) {
                assertThat(list(articles, scope, limit, number -> {}))
                        .as("pages of %d in %s", limit, scope)
                        .isEqualTo(covered);
            }
        }
    }

    /** For eight scopes: those that are asked for and no other; none for none, and 100 at once. */
    @Test
    @Promise(8)
    default void someArticlesAreListedTogetherWithinTheScope() {
        StoreFixture<ArticleStore> articles = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        List<StoredArticle> kept = Articles.anyInserted(articles, ACME, 99, random);
        assertThat(listOf(articles, ALL, Set.of())).isEmpty();
        for (int round = 0; round < 8; round++) {
            Scope scope = round == 0 ? ALL : scopes.scope(ACME);
            boolean isAll = round % 2 == 0;
            List<StoredArticle> some = kept.stream()
                    .filter(article -> isAll || random.nextInt(3) == 0)
                    .toList();
            Set<ArticleId> ids = some.stream().map(StoredArticle::id).collect(Collectors.toCollection(HashSet::new));
            ids.add(Articles.id(random));
            assertThat(listOf(articles, scope, ids))
                    .as("%s", scope)
                    .containsExactlyInAnyOrderElementsOf(some.stream()
                            .filter(article -> article.isWithin(scope))
                            .toList());
        }
    }

    /** With the same ids. */
    @Test
    @Promise(8)
    default void someArticlesOfTwoTenantsNeverMeet() {
        StoreFixture<ArticleStore> articles = fixture();
        ArticleId id = Articles.id(Seed.random());
        StoredArticle theirs = Articles.draft(Articles.OTHER, id, null, "x");
        assertThat(articles.<Boolean>write((tx, store) -> store.insert(tx, theirs)))
                .isTrue();
        assertThat(listOf(articles, ALL, Set.of(id))).isEmpty();
        assertThat(listOf(articles, Scope.wholeTenant(Articles.OTHER), Set.of(id)))
                .containsExactly(theirs);
    }

    private static List<StoredArticle> listOf(StoreFixture<ArticleStore> articles, Scope scope, Set<ArticleId> ids) {
        return articles.read((tx, store) -> store.listOf(tx, scope, ids));
    }

    /** Each that was there at the beginning appears once, wherever others come in or change. */
    @Test
    @Promise(6)
    default void pagesLoseNothingToWhatComesInOrChangesMeanwhile() {
        StoreFixture<ArticleStore> articles = fixture();
        SplittableRandom random = Seed.random();
        List<StoredArticle> kept = IntStream.range(0, 20)
                .mapToObj(i -> Articles.draft(ACME, Articles.id(random), null, "article " + i))
                .toList();
        kept.forEach(article -> articles.change((tx, store) -> store.insert(tx, article)));
        List<StoredArticle> seen = list(articles, ALL, 3, number -> {
            if (number < 6) {
                StoredArticle changed = Articles.renamed(kept.get(number * 3), "changed");
                articles.change((tx, store) -> {
                    store.insert(tx, Articles.draft(ACME, Articles.id(random), null, "new"));
                    store.update(tx, changed);
                });
            }
        });
        assertThat(seen).isSortedAccordingTo(BY_ID);
        assertThat(seen.stream().map(StoredArticle::id))
                .doesNotHaveDuplicates()
                .containsAll(kept.stream().map(StoredArticle::id).toList());
    }

    /** Capitals before small letters, and nothing that another import brought. */
    @Test
    @Promise(6)
    default void thoseOfAnImportAreInTheOrderOfTheirPaths() {
        StoreFixture<ArticleStore> articles = fixture();
        List<String> paths =
                List.of("b.md", "B.md", "a/b.md", "a.md", "a b.md", "a-b.md", "10.md", "9.md", "_.md", "%");
        insert(articles, "handbuch", paths);
        insert(articles, "Handbuch", List.of("of another import"));
        insert(articles, "handbuch/", List.of("of a third one"));
        List<String> sorted = paths.stream().sorted().toList();
        for (int limit : new int[] {1, 3, 9, 10, 11}) {
            assertThat(paths(listBySource(articles, ALL, limit)))
                    .as("pages of %d", limit)
                    .isEqualTo(sorted);
        }
        assertThat(paths(articles.read((tx, store) -> store.listBySource(tx, ALL, "handbuch", Keyset.ofId("a.md"), 2))))
                .isEqualTo(sorted.subList(sorted.indexOf("a.md") + 1, sorted.indexOf("a.md") + 3));
    }

    /** In pages of one, whatever the path is. */
    @Test
    @Promise(6)
    default void eachPathOfAnImportAppearsOnce() {
        StoreFixture<ArticleStore> articles = fixture();
        List<String> paths = new ArrayList<>(Awkward.texts());
        paths.add("x".repeat(1_000));
        insert(articles, "handbuch", paths);
        assertThat(paths(listBySource(articles, ALL, 1))).containsExactlyInAnyOrderElementsOf(paths);
    }

    /** For thirty scopes. */
    @Test
    @Promise(6)
    default void thoseOfAnImportAreWhatTheScopeCovers() {
        StoreFixture<ArticleStore> articles = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        List<StoredArticle> kept = IntStream.range(100, 140)
                .mapToObj(i -> from(new SourceKey("handbuch", i + ".md"), Articles.any(ACME, scopes, random)))
                .toList();
        kept.forEach(article -> articles.change((tx, store) -> store.insert(tx, article)));
        for (int i = 0; i < 30; i++) {
            Scope scope = scopes.scope(ACME);
            assertThat(listBySource(articles, scope, 3))
                    .as("%s", scope)
                    .isEqualTo(kept.stream()
                            .filter(article -> article.isWithin(scope))
                            .toList());
        }
    }

    private static void insert(StoreFixture<ArticleStore> articles, String source, List<String> paths) {
        SplittableRandom random = new SplittableRandom(Seed.value() + source.hashCode());
        paths.forEach(path -> articles.change((tx, store) ->
                store.insert(tx, Articles.draft(ACME, Articles.id(random), new SourceKey(source, path), path))));
    }

    private static StoredArticle from(SourceKey source, StoredArticle article) {
        return new StoredArticle(
                article.tenant(),
                article.id(),
                article.state(),
                source,
                article.parts(),
                article.version(),
                article.changedAt());
    }

    private static List<StoredArticle> list(
            StoreFixture<ArticleStore> articles, Scope scope, int limit, Pages.Between between) {
        return Pages.walk(
                limit,
                (after, size) -> articles.read((tx, store) -> store.list(tx, scope, after, size)),
                article -> Keyset.ofId(article.id()),
                between);
    }

    private static List<StoredArticle> listBySource(StoreFixture<ArticleStore> articles, Scope scope, int limit) {
        return Pages.walk(
                limit,
                (after, size) -> articles.read((tx, store) -> store.listBySource(tx, scope, "handbuch", after, size)),
                article -> Keyset.ofId(path(article)));
    }

    private static List<String> paths(List<StoredArticle> articles) {
        return articles.stream().map(ArticleListContract::path).toList();
    }

    private static String path(StoredArticle article) {
        SourceKey source = article.source();
        return source == null ? "" : source.path();
    }
}
