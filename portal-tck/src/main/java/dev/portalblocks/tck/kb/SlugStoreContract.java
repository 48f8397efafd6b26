// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.ALL;
import static dev.portalblocks.tck.kb.Articles.NOON;
import static dev.portalblocks.tck.kb.Articles.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.spi.SlugStore;
import dev.portalblocks.kb.spi.StoredSlug;
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
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The promises of {@link SlugStore}: implement it in a test class and return the store to be tested. */
@ContractOf(SlugStore.class)
public interface SlugStoreContract {
    /** An article that has slugs. */
    ArticleId HAIL = ArticleId.of(new UUID(1, 1));
    /** Another one. */
    ArticleId STORM = ArticleId.of(new UUID(1, 2));

    /** Returns a store without slugs and its domain; asked once, at the beginning of each test. */
    StoreFixture<SlugStore> fixture();

    /** Whatever its letters are, and whatever else the scope says. */
    @Test
    @Promise(1)
    default void aSlugComesBackWithAllItsComponents() {
        StoreFixture<SlugStore> slugs = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        List<String> names = Awkward.identifiers();
        for (int i = 0; i < names.size(); i++) {
            StoredSlug written = new StoredSlug(
                    ACME,
                    i % 2 == 0 ? LanguageTag.GERMAN : LanguageTag.of("gsw-CH"),
                    names.get(i),
                    Articles.id(random),
                    Awkward.instants().get(i % Awkward.instants().size()));
            assertThat(isInserted(slugs, written)).isTrue();
            assertThat(find(slugs, scopes.scope(ACME), written.language(), written.slug()))
                    .contains(written);
        }
    }

    /** In any character, and in the language. */
    @Test
    @Promise(1)
    default void slugsThatLookAlikeAreDifferent() {
        StoreFixture<SlugStore> slugs = fixture();
        List<String> names = List.of("hagel", "h\u00E4gel", "hagel-", "hage", "hagels", "HAGEL", "hagel%", "_agel");
        assertThat(isInserted(slugs, slug(HAIL, "hagel"))).isTrue();
        for (String other : names.subList(1, names.size())) {
            assertThat(find(slugs, ALL, LanguageTag.GERMAN, other)).as(other).isEmpty();
        }
        assertThat(find(slugs, ALL, LanguageTag.ENGLISH, "hagel")).isEmpty();
        assertThat(find(slugs, ALL, LanguageTag.of("de-CH"), "hagel")).isEmpty();
        for (String other : names.subList(1, names.size())) {
            assertThat(isInserted(slugs, slug(STORM, other))).as(other).isTrue();
        }
        assertThat(find(slugs, ALL, LanguageTag.GERMAN, "hagel")).contains(slug(HAIL, "hagel"));
    }

    /** By another article, and by the same. */
    @Test
    @Promise(2)
    default void aTakenSlugIsRefused() {
        StoreFixture<SlugStore> slugs = fixture();
        assertThat(isInserted(slugs, slug(HAIL, "hagel"))).isTrue();
        assertThat(isInserted(slugs, slug(STORM, "hagel"))).isFalse();
        assertThat(isInserted(slugs, new StoredSlug(ACME, LanguageTag.GERMAN, "hagel", HAIL, NOON.plusSeconds(1))))
                .isFalse();
        assertThat(find(slugs, ALL, LanguageTag.GERMAN, "hagel")).contains(slug(HAIL, "hagel"));
        assertThat(isInserted(slugs, new StoredSlug(ACME, LanguageTag.ENGLISH, "hagel", STORM, NOON)))
                .isTrue();
    }

    /** And takes the place of one that is rolled back. */
    @Test
    @Promise(2)
    default void aConcurrentSecondWaitsForTheFirst() {
        StoreFixture<SlugStore> slugs = fixture();
        Deque<Future<Boolean>> begun = new ArrayDeque<>();
        try (Companion other = new Companion()) {
            slugs.rollBack((tx, store) -> {
                store.insert(tx, slug(HAIL, "hagel"));
                begun.add(other.begins(() -> isInserted(slugs, slug(STORM, "hagel"))));
                assertThat(begun.getLast())
                        .as("the second, before the first has ended")
                        .isNotDone();
            });
            assertThat(Outcome.of(begun.getLast()).orFail())
                    .as("after a rollback")
                    .isTrue();
            slugs.change((tx, store) -> {
                store.insert(tx, slug(HAIL, "sturm"));
                begun.add(other.begins(() -> isInserted(slugs, slug(STORM, "sturm"))));
            });
            assertThat(Outcome.of(begun.getLast()).orFail())
                    .as("after a commit")
                    .isFalse();
        }
        List<Outcome<Boolean>> outcomes =
                Race.of(8, runner -> isInserted(slugs, slug(ArticleId.of(new UUID(2, runner)), "wasser")));
        assertThat(outcomes).filteredOn(Outcome::orFail).hasSize(1);
    }

    /** And no other's; what is free can be taken again. */
    @Test
    @Promise(3)
    default void anArticleLetsGoOfItsOwnSlugsOnly() {
        StoreFixture<SlugStore> slugs = fixture();
        isInserted(slugs, slug(HAIL, "hagel"));
        assertThat(isDeleted(slugs, ALL, STORM, "hagel")).isFalse();
        assertThat(isDeleted(slugs, ALL, HAIL, "sturm")).isFalse();
        assertThat(slugs.<Boolean>write((tx, store) -> store.delete(tx, ALL, HAIL, LanguageTag.ENGLISH, "hagel")))
                .isFalse();
        assertThat(find(slugs, ALL, LanguageTag.GERMAN, "hagel")).isPresent();

        assertThat(isDeleted(slugs, ALL, HAIL, "hagel")).isTrue();
        assertThat(isDeleted(slugs, ALL, HAIL, "hagel")).isFalse();
        assertThat(find(slugs, ALL, LanguageTag.GERMAN, "hagel")).isEmpty();
        assertThat(isInserted(slugs, slug(STORM, "hagel"))).isTrue();
    }

    /** Of each language, and no other article's. */
    @Test
    @Promise(4)
    default void allSlugsOfAnArticleAreListedTheLatestFirst() {
        StoreFixture<SlugStore> slugs = fixture();
        StoredSlug first = new StoredSlug(ACME, LanguageTag.GERMAN, "a-hagel", HAIL, NOON);
        StoredSlug second = new StoredSlug(ACME, LanguageTag.GERMAN, "c-hagel", HAIL, NOON.plusSeconds(1));
        StoredSlug third = new StoredSlug(ACME, LanguageTag.GERMAN, "b-hagel", HAIL, NOON.plusSeconds(2));
        StoredSlug english = new StoredSlug(ACME, LanguageTag.ENGLISH, "hail", HAIL, NOON.plusSeconds(1));
        for (StoredSlug slug : List.of(second, english, slug(STORM, "sturm"), third, first)) {
            isInserted(slugs, slug);
        }
        assertThat(list(slugs, ALL, HAIL)).containsExactly(third, second, first, english);
        assertThat(list(slugs, ALL, STORM)).containsExactly(slug(STORM, "sturm"));
        assertThat(list(slugs, ALL, ArticleId.of(new UUID(3, 3)))).isEmpty();
    }

    /** Of two tenants each has its own. */
    @Test
    @Promise(5)
    default void tenantsNeverMeet() {
        StoreFixture<SlugStore> slugs = fixture();
        Scope other = Scope.wholeTenant(OTHER);
        StoredSlug theirs = slug(OTHER, HAIL, "hagel");
        isInserted(slugs, slug(HAIL, "hagel"));
        assertThat(find(slugs, other, LanguageTag.GERMAN, "hagel")).isEmpty();
        assertThat(list(slugs, other, HAIL)).isEmpty();
        assertThat(isDeleted(slugs, other, HAIL, "hagel")).isFalse();

        assertThat(isInserted(slugs, theirs)).isTrue();
        assertThat(list(slugs, ALL, HAIL)).containsExactly(slug(HAIL, "hagel"));
        assertThat(isDeleted(slugs, ALL, HAIL, "hagel")).isTrue();
        assertThat(find(slugs, other, LanguageTag.GERMAN, "hagel")).contains(theirs);
        assertThat(list(slugs, other, HAIL)).containsExactly(theirs);
    }

    /** Neither a slug nor that one is gone. */
    @Test
    @Promise(5)
    default void aRolledBackTransactionLeavesNothing() {
        StoreFixture<SlugStore> slugs = fixture();
        isInserted(slugs, slug(HAIL, "hagel"));
        slugs.rollBack((tx, store) -> {
            store.insert(tx, slug(HAIL, "sturm"));
            store.delete(tx, ALL, HAIL, LanguageTag.GERMAN, "hagel");
            assertThat(store.find(tx, ALL, LanguageTag.GERMAN, "hagel")).isEmpty();
        });
        assertThat(list(slugs, ALL, HAIL)).containsExactly(slug(HAIL, "hagel"));
        assertThat(isInserted(slugs, slug(STORM, "sturm"))).isTrue();
    }

    private static StoredSlug slug(ArticleId article, String slug) {
        return slug(ACME, article, slug);
    }

    private static StoredSlug slug(TenantId tenant, ArticleId article, String slug) {
        return new StoredSlug(tenant, LanguageTag.GERMAN, slug, article, NOON);
    }

    private static boolean isInserted(StoreFixture<SlugStore> slugs, StoredSlug slug) {
        return slugs.write((tx, store) -> store.insert(tx, slug));
    }

    private static boolean isDeleted(StoreFixture<SlugStore> slugs, Scope scope, ArticleId article, String slug) {
        return slugs.write((tx, store) -> store.delete(tx, scope, article, LanguageTag.GERMAN, slug));
    }

    private static Optional<StoredSlug> find(
            StoreFixture<SlugStore> slugs, Scope scope, LanguageTag language, String slug) {
        return slugs.read((tx, store) -> store.find(tx, scope, language, slug));
    }

    private static List<StoredSlug> list(StoreFixture<SlugStore> slugs, Scope scope, ArticleId article) {
        return slugs.read((tx, store) -> store.list(tx, scope, article));
    }
}
