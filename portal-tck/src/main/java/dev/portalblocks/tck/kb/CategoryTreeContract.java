// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.kb;

import static dev.portalblocks.tck.kb.Articles.ACME;
import static dev.portalblocks.tck.kb.Articles.ALL;
import static dev.portalblocks.tck.kb.Articles.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.Tx;
import dev.portalblocks.kb.model.Category;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.spi.CategoryStore;
import dev.portalblocks.kb.spi.StoredCategory;
import dev.portalblocks.tck.Companion;
import dev.portalblocks.tck.ContractOf;
import dev.portalblocks.tck.Outcome;
import dev.portalblocks.tck.Promise;
import dev.portalblocks.tck.Race;
import dev.portalblocks.tck.StoreFixture;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link CategoryStore} promises of places, in 4, 7 and 8; part of {@link CategoryStoreContract}. */
@ContractOf(CategoryStore.class)
public interface CategoryTreeContract {
    /** Returns a store without categories and its domain; asked once, at the beginning of each test. */
    StoreFixture<CategoryStore> fixture();

    /** Down and up again; where it stood another one finds room. */
    @Test
    @Promise(4)
    default void aCategoryMovesAndLeavesItsPlaceFree() {
        StoreFixture<CategoryStore> categories = fixture();
        StoredCategory parent = category(ACME, 1, null, "haus");
        StoredCategory moving = category(ACME, 2, null, "kfz");
        StoredCategory other = category(ACME, 3, null, "kfz");
        insert(categories, parent);
        insert(categories, moving);
        assertThat(insert(categories, other)).isFalse();

        StoredCategory below = moved(moving, id(parent), 2);
        assertThat(update(categories, below)).isTrue();
        assertThat(findByKey(categories, null, "kfz")).isEmpty();
        assertThat(findByKey(categories, id(parent), "kfz")).contains(below);
        assertThat(insert(categories, other)).isTrue();
        assertThat(list(categories, ALL)).containsExactly(parent, below, other);

        assertThat(update(categories, moved(moving, null, 3)))
                .as("where another one stands meanwhile")
                .isFalse();
        assertThat(update(categories, moved(moving, id(other), 3))).isTrue();
        assertThat(findByKey(categories, id(parent), "kfz")).isEmpty();
        assertThat(findByKey(categories, null, "kfz")).contains(other);
        assertThat(findByKey(categories, id(other), "kfz")).contains(moved(moving, id(other), 3));
    }

    /** A refused move leaves the category where it is, and its key where it was. */
    @Test
    @Promise(4)
    default void aTakenKeyRefusesAMoveAndNothingChanges() {
        StoreFixture<CategoryStore> categories = fixture();
        StoredCategory parent = category(ACME, 1, null, "haus");
        StoredCategory inside = category(ACME, 2, id(parent), "kfz");
        StoredCategory moving = category(ACME, 3, null, "kfz");
        List.of(parent, inside, moving).forEach(category -> insert(categories, category));

        assertThat(update(categories, moved(moving, id(parent), 2))).isFalse();
        assertThat(update(categories, moved(moving, id(parent), 3)))
                .as("a version too new")
                .isFalse();
        assertThat(list(categories, ALL)).containsExactly(parent, inside, moving);
        assertThat(findByKey(categories, null, "kfz")).contains(moving);
        assertThat(findByKey(categories, id(parent), "kfz")).contains(inside);
    }

    /** Neither the new place nor the one that was left is any different. */
    @Test
    @Promise(6)
    default void aMoveThatIsRolledBackLeavesNothing() {
        StoreFixture<CategoryStore> categories = fixture();
        StoredCategory parent = category(ACME, 1, null, "haus");
        StoredCategory moving = category(ACME, 2, null, "kfz");
        StoredCategory kept = category(ACME, 3, null, "leben");
        List.of(parent, moving, kept).forEach(category -> insert(categories, category));

        categories.rollBack((tx, store) -> {
            store.lock(tx, ALL);
            store.update(tx, moved(moving, id(parent), 2));
            store.delete(tx, ALL, id(kept));
        });

        assertThat(list(categories, ALL)).containsExactly(parent, moving, kept);
        assertThat(findByKey(categories, null, "kfz")).contains(moving);
        assertThat(findByKey(categories, id(parent), "kfz")).isEmpty();
        assertThat(findByKey(categories, null, "leben")).contains(kept);
    }

    /** Eight at once want one place, each with the tree locked. */
    @Test
    @Promise(4)
    default void ofConcurrentMovesToOnePlaceUnderTheLockOneIsTrue() {
        StoreFixture<CategoryStore> categories = fixture();
        List<StoredCategory> eight = eight(categories);
        List<Outcome<Boolean>> outcomes = Race.of(
                8,
                runner -> categories.write((tx, store) -> {
                    store.lock(tx, ALL);
                    return store.update(tx, moved(eight.get(runner), null, 2));
                }));

        assertThat(outcomes).extracting(Outcome::orFail).containsOnlyOnce(true);
        assertThat(list(categories, ALL))
                .filteredOn(stored -> stored.category().parent() == null)
                .hasSize(1);
    }

    /** Eight at once want one place, and none has locked the tree. */
    @Test
    @Promise(4)
    default void ofConcurrentMovesToOnePlaceAtMostOneIsKept() {
        StoreFixture<CategoryStore> categories = fixture();
        List<StoredCategory> eight = eight(categories);
        List<Outcome<Boolean>> outcomes = Race.of(
                8, runner -> categories.write((tx, store) -> store.update(tx, moved(eight.get(runner), null, 2))));

        List<Outcome<Boolean>> kept = outcomes.stream()
                .filter(outcome -> !(outcome.failure() instanceof PortalException.StorageFailure) && outcome.orFail())
                .toList();
        assertThat(kept).hasSizeLessThanOrEqualTo(1);
        assertThat(list(categories, ALL))
                .filteredOn(stored -> stored.category().parent() == null)
                .hasSameSizeAs(kept);
    }

    /** And is a category like any other when it is made again, under its id or its key. */
    @Test
    @Promise(7)
    default void whatIsDeletedIsGoneAndItsKeyIsFree() {
        StoreFixture<CategoryStore> categories = fixture();
        StoredCategory kept = category(ACME, 1, null, "haus");
        StoredCategory gone = category(ACME, 2, null, "kfz");
        assertThat(delete(categories, ALL, gone)).as("not there").isFalse();
        insert(categories, kept);
        insert(categories, gone);

        assertThat(delete(categories, ALL, gone)).isTrue();
        assertThat(delete(categories, ALL, gone)).as("again").isFalse();
        assertThat(list(categories, ALL)).containsExactly(kept);
        assertThat(categories.<Optional<StoredCategory>>read((tx, store) -> store.find(tx, ALL, id(gone))))
                .isEmpty();
        assertThat(findByKey(categories, null, "kfz")).isEmpty();
        assertThat(update(categories, moved(gone, id(kept), 2))).isFalse();
        StoredCategory next = category(ACME, 3, null, "kfz");
        assertThat(insert(categories, next)).isTrue();
        assertThat(insert(categories, category(ACME, 2, id(kept), "kfz"))).isTrue();
        assertThat(findByKey(categories, null, "kfz")).contains(next);
    }

    /** Of the same id. */
    @Test
    @Promise(6)
    default void deletionsOfTwoTenantsNeverMeet() {
        StoreFixture<CategoryStore> categories = fixture();
        StoredCategory first = category(ACME, 1, null, "kfz");
        StoredCategory second = category(OTHER, 1, null, "kfz");
        insert(categories, first);
        delete(categories, Scope.wholeTenant(OTHER), second);
        assertThat(list(categories, ALL)).containsExactly(first);
        insert(categories, second);
        assertThat(delete(categories, ALL, first)).isTrue();
        assertThat(list(categories, Scope.wholeTenant(OTHER))).containsExactly(second);
    }

    /** Also where there is no category yet; who has waited sees the first one's. */
    @Test
    @Promise(8)
    default void aSecondLockWaitsForTheFirst() {
        StoreFixture<CategoryStore> categories = fixture();
        StoredCategory made = category(ACME, 1, null, "kfz");
        try (Companion other = new Companion()) {
            Future<List<StoredCategory>> second = categories.write((tx, store) -> {
                store.lock(tx, ALL);
                Future<List<StoredCategory>> begun = other.begins(() -> categories.write(CategoryTreeContract::locked));
                store.insert(tx, made);
                return begun;
            });
            assertThat(Outcome.of(second).orFail()).containsExactly(made);
        }
    }

    /** Nobody waits for another tenant, and who only reads waits for nobody. */
    @Test
    @Promise(8)
    default void locksOfTwoTenantsNeverMeet() {
        StoreFixture<CategoryStore> categories = fixture();
        try (Companion other = new Companion()) {
            boolean isDone = categories.write((tx, store) -> {
                store.lock(tx, ALL);
                return other.does(() -> categories.write((second, same) -> {
                    same.lock(second, Scope.wholeTenant(OTHER));
                    return same.list(second, ALL).isEmpty();
                }));
            });
            assertThat(isDone).isTrue();
        }
    }

    private static List<StoredCategory> locked(Tx tx, CategoryStore store) {
        store.lock(tx, ALL);
        return store.list(tx, ALL);
    }

    private static List<StoredCategory> eight(StoreFixture<CategoryStore> categories) {
        List<StoredCategory> eight = IntStream.range(0, 8)
                .mapToObj(i -> category(ACME, 10 + i, CategoryId.of(new UUID(2, i)), "kfz"))
                .toList();
        eight.forEach(category -> insert(categories, category));
        return eight;
    }

    private static StoredCategory category(TenantId tenant, int id, @Nullable CategoryId parent, String key) {
        Category category = new Category(CategoryId.of(new UUID(1, id)), parent, key, LocalizedText.german("Name"), 1);
        return new StoredCategory(tenant, category);
    }

    private static StoredCategory moved(StoredCategory stored, @Nullable CategoryId parent, long version) {
        Category old = stored.category();
        return new StoredCategory(stored.tenant(), new Category(old.id(), parent, old.key(), old.name(), version));
    }

    private static CategoryId id(StoredCategory stored) {
        return stored.category().id();
    }

    private static boolean insert(StoreFixture<CategoryStore> categories, StoredCategory category) {
        return categories.write((tx, store) -> store.insert(tx, category));
    }

    private static boolean update(StoreFixture<CategoryStore> categories, StoredCategory category) {
        return categories.write((tx, store) -> store.update(tx, category));
    }

    private static boolean delete(StoreFixture<CategoryStore> categories, Scope scope, StoredCategory category) {
        return categories.write((tx, store) -> store.delete(tx, scope, id(category)));
    }

    private static Optional<StoredCategory> findByKey(
            StoreFixture<CategoryStore> categories, @Nullable CategoryId parent, String key) {
        return categories.read((tx, store) -> store.findByKey(tx, ALL, parent, key));
    }

    private static List<StoredCategory> list(StoreFixture<CategoryStore> categories, Scope scope) {
        return categories.read((tx, store) -> store.list(tx, scope));
    }
}
