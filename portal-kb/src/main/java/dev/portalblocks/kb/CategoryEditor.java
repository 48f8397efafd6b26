// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Creation;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.kb.model.Category;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.RenameCategory;
import dev.portalblocks.kb.spi.CategoryStore;
import dev.portalblocks.kb.spi.StoredCategory;
import java.util.List;
import java.util.UUID;

/**
 * The tree of categories as editors shape it. Readers see of it what holds articles that they may see:
 * {@link KnowledgeBase#categories}.
 *
 * <p>Thread-safe.
 */
public final class CategoryEditor {
    /** To shape the tree of categories. */
    public static final Permission CURATE = Permission.forStaff("kb.curate", "editor");

    private static final Operation CREATE = Operation.writing("kb.category.create", CURATE);
    private static final Operation RENAME = Operation.writing("kb.category.rename", CURATE);
    private static final Operation LIST = Operation.reading("kb.category.list-all", KnowledgeEditor.EDIT);

    static final List<Operation> OPERATIONS = List.of(CREATE, RENAME, LIST);

    private final Operations operations;
    private final CategoryStore categories;
    private final ArticleWriting writing;

    CategoryEditor(Operations operations, CategoryStore categories, ArticleWriting writing) {
        this.operations = operations;
        this.categories = categories;
        this.writing = writing;
    }

    /** Returns all categories, also those without articles, in the order in which they were made. */
    public List<Category> list(Actor actor) {
        return operations.perform(
                LIST,
                actor,
                "",
                context -> categories.list(context.tx(), context.scope()).stream()
                        .map(StoredCategory::category)
                        .toList());
    }

    /**
     * Begins a category; with a key, once.
     *
     * @throws PortalException.Conflict {@code category.key-taken} when a sibling has the key
     * @throws PortalException.NotFound {@code category.not-found} when the parent is not there
     * @throws PortalException.LimitExceeded {@code category.too-deep} when it would be the {@link CreateCategory#MAX_DEPTH}
     *     plus first, one within the other
     */
    public Category create(Actor actor, CreateCategory command) {
        return operations.create(
                CREATE,
                actor,
                command,
                new Creation<>(
                        command.idempotencyKey(),
                        (context, id) -> insert(context, id, command),
                        (context, id) -> writing.requireCategory(context, CategoryId.of(id))
                                .category()));
    }

    /** Gives a category another name; {@code category.version-conflict} when it is not at the expected version. */
    public Category rename(Actor actor, RenameCategory command) {
        return operations.perform(RENAME, actor, command, context -> {
            Category renamed = renamed(context, command);
            while (!categories.update(context.tx(), new StoredCategory(actor.tenant(), renamed))) {
                renamed = renamed(context, command); // somebody else was faster: rename what is there now
            }
            writing.reportCategory(context, renamed);
            return renamed;
        });
    }

    private Category renamed(OperationContext context, RenameCategory command) {
        Category now = writing.requireCategory(context, command.category()).category();
        Long expected = command.expectedVersion();
        if (expected != null && expected != now.version()) {
            throw new PortalException.Conflict("category.version-conflict");
        }
        return new Category(now.id(), now.parent(), now.key(), command.name(), now.version() + 1);
    }

    private Category insert(OperationContext context, UUID id, CreateCategory command) {
        CategoryId parent = command.parent();
        if (parent != null) {
            writing.requireCategory(context, parent);
        }
        return writing.insertCategory(context, id, parent, command.key(), command.name())
                .orElseThrow(() -> new PortalException.Conflict("category.key-taken"))
                .category();
    }
}
