// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.ALL;
import static dev.portalblocks.tck.kb.Articles.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.model.Category;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.spi.CategoryStore;
import dev.portalblocks.kb.spi.StoredCategory;
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
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The promises of {@link CategoryStore}: implement it in a test class and return the store to be tested. */
@ContractOf(CategoryStore.class)
public interface CategoryStoreContract extends CategoryTreeContract {
    /** A category that others stand in. */
    CategoryId PARENT = CategoryId.of(new UUID(1, 1));

    /** Returns a store without categories and its domain; asked once, at the beginning of each test. */
    @Override
    StoreFixture<CategoryStore> fixture();

    /** With awkward names in several languages; the scope's tenant alone decides. */
    @Test
    @Promise(1)
    default void aCategoryComesBackWithAllItsComponents() {
        StoreFixture<CategoryStore> categories = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        for (String text : Awkward.texts()) {
            LocalizedText name = LocalizedText.german(text).with(LanguageTag.of("gsw-CH"), text + 1);
            CategoryId parent = random.nextBoolean() ? PARENT : null;
            Category category = new Category(CategoryId.of(Seed.uuid(random)), parent, "k" + text, name, 1);
            StoredCategory written = new StoredCategory(ACME, category);
            assertThat(isInserted(categories, written)).isTrue();
            assertThat(find(categories, scopes.scope(ACME), category.id())).contains(written);
        }
    }

    /** Also before the commit. */
    @Test
    @Promise(1)
    default void findReturnsWhatWasWrittenLast() {
        StoreFixture<CategoryStore> categories = fixture();
        StoredCategory first = category(ACME, 2, null, "kfz");
        assertThat(find(categories, ALL, id(first))).isEmpty();
        isInserted(categories, first);
        categories.change((tx, store) -> {
            store.update(tx, renamed(first, 2, "second"));
            assertThat(store.find(tx, ALL, id(first))).contains(renamed(first, 2, "second"));
        });
        assertThat(find(categories, ALL, id(first))).contains(renamed(first, 2, "second"));
    }

    /** Under its parent alone, also after it was renamed. */
    @Test
    @Promise(2)
    default void aCategoryIsFoundByItsKey() {
        StoreFixture<CategoryStore> categories = fixture();
        int number = 10;
        for (String key : Awkward.identifiers()) {
            StoredCategory top = category(ACME, number++, null, key);
            StoredCategory inside = category(ACME, number++, PARENT, key);
            assertThat(findByKey(categories, null, key)).as(key).isEmpty();
            isInserted(categories, top);
            assertThat(findByKey(categories, PARENT, key)).as(key).isEmpty();
            isInserted(categories, inside);
            assertThat(findByKey(categories, null, key)).contains(top);
            assertThat(findByKey(categories, PARENT, key)).contains(inside);
            categories.change((tx, store) -> store.update(tx, renamed(inside, 2, "renamed")));
            assertThat(findByKey(categories, PARENT, key)).contains(renamed(inside, 2, "renamed"));
        }
    }

    /** And what belongs to the refused one stays free. */
    @Test
    @Promise(3)
    default void aTakenIdOrKeyIsRefused() {
        StoreFixture<CategoryStore> categories = fixture();
        for (CategoryId parent : new @Nullable CategoryId[] {null, PARENT}) {
            int base = parent == null ? 10 : 20;
            StoredCategory first = category(ACME, base, parent, "kfz");
            StoredCategory sameKey = category(ACME, base + 1, parent, "kfz");
            StoredCategory sameId = category(ACME, base, parent, "haus");
            assertThat(isInserted(categories, first)).isTrue();
            assertThat(isInserted(categories, sameKey))
                    .as("a key taken in %s", parent)
                    .isFalse();
            assertThat(isInserted(categories, sameId)).as("a taken id").isFalse();
            assertThat(isInserted(categories, first)).isFalse();
            assertThat(find(categories, ALL, id(first))).contains(first);
            assertThat(find(categories, ALL, id(sameKey))).isEmpty();
            assertThat(isInserted(categories, category(ACME, base + 1, parent, "haus")))
                    .isTrue();
        }
    }

    /** And takes the place of one that is rolled back. */
    @Test
    @Promise(3)
    default void aConcurrentSecondWaitsForTheFirst() {
        StoreFixture<CategoryStore> categories = fixture();
        Deque<Future<Boolean>> begun = new ArrayDeque<>();
        try (Companion other = new Companion()) {
            categories.rollBack((tx, store) -> {
                store.insert(tx, category(ACME, 10, null, "kfz"));
                begun.add(other.begins(() -> isInserted(categories, category(ACME, 11, null, "kfz"))));
                assertThat(begun.getLast())
                        .as("the second, before the first has ended")
                        .isNotDone();
            });
            assertThat(Outcome.of(begun.getLast()).orFail())
                    .as("after a rollback")
                    .isTrue();
            categories.change((tx, store) -> {
                store.insert(tx, category(ACME, 12, PARENT, "kfz"));
                begun.add(other.begins(() -> isInserted(categories, category(ACME, 13, PARENT, "kfz"))));
            });
            assertThat(Outcome.of(begun.getLast()).orFail())
                    .as("after a commit")
                    .isFalse();
        }
        List<Outcome<Boolean>> outcomes =
                Race.of(8, runner -> isInserted(categories, category(ACME, 20 + runner, null, "haus")));
        assertThat(outcomes).filteredOn(Outcome::orFail).hasSize(1);
    }

    /** Older, the same, too new, or not there. */
    @Test
    @Promise(4)
    default void onlyTheNextVersionReplacesACategory() {
        StoreFixture<CategoryStore> categories = fixture();
        StoredCategory first = category(ACME, 10, null, "kfz");
        assertThat(isUpdated(categories, renamed(first, 1, "never")))
                .as("not there")
                .isFalse();
        isInserted(categories, first);
        assertThat(isUpdated(categories, renamed(first, 2, "second"))).isTrue();
        for (long version : new long[] {0, 1, 2, 4, Long.MAX_VALUE}) {
            assertThat(isUpdated(categories, renamed(first, version, "never")))
                    .as("version %d", version)
                    .isFalse();
        }
        try (Companion other = new Companion()) {
            Future<Boolean> begun = categories.write((tx, store) -> {
                assertThat(store.update(tx, renamed(first, 3, "third"))).isTrue();
                return other.begins(() -> isUpdated(categories, renamed(first, 3, "never")));
            });
            assertThat(Outcome.of(begun).orFail()).as("a concurrent second").isFalse();
        }
        assertThat(find(categories, ALL, id(first))).contains(renamed(first, 3, "third"));
    }

    /** Whatever the update says. */
    @Test
    @Promise(4)
    default void aKeyNeverChanges() {
        StoreFixture<CategoryStore> categories = fixture();
        StoredCategory kept = category(ACME, 10, null, "kfz");
        isInserted(categories, kept);
        assertThat(isUpdated(categories, renamed(category(ACME, 10, null, "haus"), 2, "never")))
                .isFalse();
        assertThat(isUpdated(categories, renamed(category(ACME, 10, PARENT, "haus"), 2, "never")))
                .isFalse();
        assertThat(list(categories, ALL)).containsExactly(kept);
        assertThat(findByKey(categories, null, "kfz")).contains(kept);
        assertThat(findByKey(categories, null, "haus")).isEmpty();
        assertThat(findByKey(categories, PARENT, "haus")).isEmpty();
    }

    /** Whose halves sort unlike their text; all, however many there are. */
    @Test
    @Promise(5)
    default void allCategoriesAreListedInTheOrderOfTheirIds() {
        StoreFixture<CategoryStore> categories = fixture();
        SplittableRandom random = Seed.random();
        RandomScopes scopes = new RandomScopes(random);
        assertThat(list(categories, ALL)).isEmpty();
        List<StoredCategory> kept = IntStream.range(0, 300)
                .mapToObj(i -> new Category(
                        CategoryId.of(Seed.uuid(random)), i % 2 == 0 ? null : PARENT, "k" + i, named("name"), 1))
                .map(category -> new StoredCategory(ACME, category))
                .sorted(Comparator.comparing(stored -> id(stored).toString()))
                .toList();
        categories.change((tx, store) -> kept.forEach(category -> store.insert(tx, category)));
        assertThat(list(categories, ALL)).isEqualTo(kept);
        assertThat(list(categories, scopes.scope(ACME))).isEqualTo(kept);
    }

    /** Of two tenants with the same id and key each has its own. */
    @Test
    @Promise(6)
    default void tenantsNeverMeet() {
        StoreFixture<CategoryStore> categories = fixture();
        StoredCategory first = category(ACME, 10, null, "kfz");
        StoredCategory second = category(OTHER, 10, null, "kfz");
        Scope other = Scope.wholeTenant(OTHER);
        assertThat(isInserted(categories, first)).isTrue();
        assertThat(find(categories, other, id(first))).isEmpty();
        assertThat(list(categories, other)).isEmpty();
        assertThat(categories.<Optional<StoredCategory>>read((tx, store) -> store.findByKey(tx, other, null, "kfz")))
                .isEmpty();
        assertThat(isUpdated(categories, renamed(second, 2, "never"))).isFalse();
        assertThat(isInserted(categories, second)).isTrue();
        assertThat(isUpdated(categories, renamed(second, 2, "second"))).isTrue();
        assertThat(list(categories, ALL)).containsExactly(first);
        assertThat(list(categories, other)).containsExactly(renamed(second, 2, "second"));
        assertThat(findByKey(categories, null, "kfz")).contains(first);
    }

    /** Neither a category nor a change nor a taken key. */
    @Test
    @Promise(6)
    default void aRolledBackTransactionLeavesNothing() {
        StoreFixture<CategoryStore> categories = fixture();
        StoredCategory kept = category(ACME, 10, null, "kfz");
        StoredCategory never = category(ACME, 11, null, "haus");
        isInserted(categories, kept);
        categories.rollBack((tx, store) -> {
            store.insert(tx, never);
            store.update(tx, renamed(kept, 2, "never"));
        });
        assertThat(list(categories, ALL)).containsExactly(kept);
        assertThat(findByKey(categories, null, "haus")).isEmpty();
        assertThat(isInserted(categories, category(ACME, 12, null, "haus"))).isTrue();
    }

    private static StoredCategory category(TenantId tenant, int id, @Nullable CategoryId parent, String key) {
        Category category = new Category(CategoryId.of(new UUID(1, id)), parent, key, named(key), 1);
        return new StoredCategory(tenant, category);
    }

    private static StoredCategory renamed(StoredCategory stored, long version, String name) {
        Category old = stored.category();
        Category renamed = new Category(old.id(), old.parent(), old.key(), named(name), version);
        return new StoredCategory(stored.tenant(), renamed);
    }

    private static LocalizedText named(String name) {
        return LocalizedText.german(name);
    }

    private static CategoryId id(StoredCategory stored) {
        return stored.category().id();
    }

    private static boolean isInserted(StoreFixture<CategoryStore> categories, StoredCategory category) {
        return categories.write((tx, store) -> store.insert(tx, category));
    }

    private static boolean isUpdated(StoreFixture<CategoryStore> categories, StoredCategory category) {
        return categories.write((tx, store) -> store.update(tx, category));
    }

    private static Optional<StoredCategory> find(StoreFixture<CategoryStore> categories, Scope scope, CategoryId id) {
        return categories.read((tx, store) -> store.find(tx, scope, id));
    }

    private static Optional<StoredCategory> findByKey(
            StoreFixture<CategoryStore> categories, @Nullable CategoryId parent, String key) {
        return categories.read((tx, store) -> store.findByKey(tx, ALL, parent, key));
    }

    private static List<StoredCategory> list(StoreFixture<CategoryStore> categories, Scope scope) {
        return categories.read((tx, store) -> store.list(tx, scope));
    }
}
