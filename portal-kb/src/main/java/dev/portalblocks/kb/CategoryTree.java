// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.model.EventType;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.Category;
import dev.portalblocks.kb.model.CategoryChanged;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.spi.CategoryStore;
import dev.portalblocks.kb.spi.StoredCategory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tree of categories, inside an operation. Whoever changes it holds the lock on all of a tenant's, and takes it behind that on an article:
 * so its shape stays as it was looked at. Articles name categories without holding them, as readers see no category that is gone.
 */
final class CategoryTree {
    private final CategoryStore categories;
    private final KnowledgeChanges changes;

    CategoryTree(CategoryStore categories, KnowledgeChanges changes) {
        this.categories = categories;
        this.changes = changes;
    }

    List<StoredCategory> list(OperationContext context) {
        return categories.list(context.tx(), context.scope());
    }

    Category require(OperationContext context, CategoryId id) {
        return find(context, id).orElseThrow(CategoryTree::notFound);
    }

    /** Refuses content in a category that is not there; one that an article stood in before is left out instead. */
    ArticleContent inWhatIsThere(OperationContext context, ArticleContent content, Set<CategoryId> before) {
        return content.in(content.categories().stream()
                .filter(category -> isThere(context, category, before))
                .toArray(CategoryId[]::new));
    }

    private boolean isThere(OperationContext context, CategoryId category, Set<CategoryId> before) {
        boolean isThere = find(context, category).isPresent();
        if (!isThere && !before.contains(category)) {
            throw notFound();
        }
        return isThere;
    }

    /** Locks the tree, and returns a category of it. */
    Category lock(OperationContext context, CategoryId id, @Nullable Long expectedVersion) {
        lock(context);
        Category category = require(context, id);
        if (expectedVersion != null && expectedVersion != category.version()) {
            throw new PortalException.Conflict("category.version-conflict");
        }
        context.about(reference(id));
        return category;
    }

    /** Refuses a place for a category of a locked tree that is the category itself or below it, and one that is too deep for what stands in it. */
    void requireFits(OperationContext context, CategoryId category, @Nullable CategoryId parent) {
        CategoryShape shape = new CategoryShape(list(context));
        if (shape.isWithin(parent, category)) {
            throw new PortalException.Conflict("category.circle");
        }
        requireDepth(shape.depth(parent) + shape.height(category));
    }

    /** Replaces a category of a locked tree. */
    void replace(OperationContext context, Category changed) {
        if (!categories.update(context.tx(), stored(context, changed))) {
            throw new PortalException.Conflict("category.key-taken"); // its version was compared under the lock
        }
    }

    /** Removes a category of a locked tree. */
    void remove(OperationContext context, Category category) {
        if (list(context).stream()
                .anyMatch(other -> category.id().equals(other.category().parent()))) {
            throw new PortalException.Conflict("category.not-empty");
        }
        changes.changingCategories(context);
        categories.delete(context.tx(), context.scope(), category.id());
    }

    /** Adds a category. */
    Category add(OperationContext context, UUID id, CreateCategory command) {
        lock(context);
        return insert(context, new Category(CategoryId.of(id), command.parent(), command.key(), command.name(), 1));
    }

    private Category insert(OperationContext context, Category category) {
        requireDepth(depth(context, category.parent()) + 1);
        if (!categories.insert(context.tx(), stored(context, category))) {
            throw new PortalException.Conflict("category.key-taken");
        }
        context.about(reference(category.id()));
        report(context, category.id(), CategoryChanged.TYPE, new CategoryChanged(category.id(), category.version()));
        return category;
    }

    /** Tells what became of a category. */
    <D extends Record> void report(OperationContext context, CategoryId category, EventType<D> type, D event) {
        context.emit(type, reference(category), event);
    }

    /** Returns the category that these keys lead to, making what is missing; empty for no key. */
    Optional<CategoryId> leadingTo(OperationContext context, List<String> keys, LanguageTag language) {
        CategoryId place = null;
        for (String key : keys) {
            Optional<CategoryId> next = child(context, place, key);
            if (next.isEmpty()) {
                return Optional.of(made(context, keys, language));
            }
            place = next.get();
        }
        return Optional.ofNullable(place);
    }

    /** From the top, as what was there before the lock may have gone. */
    private CategoryId made(OperationContext context, List<String> keys, LanguageTag language) {
        lock(context);
        CategoryId place = null;
        for (String key : keys) {
            CategoryId parent = place;
            place = child(context, parent, key).orElseGet(() -> {
                CategoryId id = CategoryId.of(context.newId());
                return insert(context, new Category(id, parent, key, LocalizedText.of(language, key), 1))
                        .id();
            });
        }
        return Objects.requireNonNull(place, "there is a key");
    }

    private Optional<CategoryId> child(OperationContext context, @Nullable CategoryId parent, String key) {
        return categories
                .findByKey(context.tx(), context.scope(), parent, key)
                .map(found -> found.category().id());
    }

    private Optional<Category> find(OperationContext context, CategoryId id) {
        return categories.find(context.tx(), context.scope(), id).map(StoredCategory::category);
    }

    private void lock(OperationContext context) {
        categories.lock(context.tx(), context.scope());
    }

    /** Counts no further than it matters. */
    private int depth(OperationContext context, @Nullable CategoryId category) {
        int depth = 0;
        for (CategoryId above = category; above != null && depth < CreateCategory.MAX_DEPTH; depth++) {
            above = require(context, above).parent();
        }
        return depth;
    }

    private static void requireDepth(int depth) {
        if (depth > CreateCategory.MAX_DEPTH) {
            throw new PortalException.LimitExceeded("category.too-deep", CreateCategory.MAX_DEPTH);
        }
    }

    private static PortalException.NotFound notFound() {
        return new PortalException.NotFound("category");
    }

    private static StoredCategory stored(OperationContext context, Category category) {
        return new StoredCategory(context.actor().tenant(), category);
    }

    private static ObjectRef reference(CategoryId id) {
        return ObjectRef.of("category", id);
    }
}
