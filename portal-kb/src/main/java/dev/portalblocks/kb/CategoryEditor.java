// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.Creation;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.operation.Operations;
import dev.portalblocks.kb.model.Category;
import dev.portalblocks.kb.model.CategoryChanged;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CategoryMoved;
import dev.portalblocks.kb.model.CategoryRemoved;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.MoveCategory;
import dev.portalblocks.kb.model.RemoveCategory;
import dev.portalblocks.kb.model.RenameCategory;
import dev.portalblocks.kb.spi.StoredCategory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
    private static final Operation MOVE = Operation.writing("kb.category.move", CURATE);
    private static final Operation REMOVE = Operation.writing("kb.category.remove", CURATE);
    private static final Operation LIST = Operation.reading("kb.category.list-all", KnowledgeEditor.EDIT);

    static final List<Operation> OPERATIONS = List.of(CREATE, RENAME, MOVE, REMOVE, LIST);

    private final Operations operations;
    private final CategoryTree tree;

    CategoryEditor(Operations operations, CategoryTree tree) {
        this.operations = operations;
        this.tree = tree;
    }

    /** Returns all categories, also those without articles, in the order in which they were made. */
    public List<Category> list(Actor actor) {
        return operations.perform(
                LIST,
                actor,
                "",
                context -> tree.list(context).stream()
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
                        (context, id) -> tree.add(context, id, command),
                        (context, id) -> tree.require(context, CategoryId.of(id))));
    }

    /** Gives a category another name; {@code category.version-conflict} when it is not at the expected version. */
    public Category rename(Actor actor, RenameCategory command) {
        return operations.perform(RENAME, actor, command, context -> {
            Category before = tree.lock(context, command.category(), command.expectedVersion());
            Category after =
                    new Category(before.id(), before.parent(), before.key(), command.name(), before.version() + 1);
            tree.replace(context, after);
            tree.report(context, after.id(), CategoryChanged.TYPE, new CategoryChanged(after.id(), after.version()));
            return after;
        });
    }

    /**
     * Puts a category, with all that stands in it, into another one or at the top. Where it stands already nothing changes.
     *
     * @throws PortalException.NotFound {@code category.not-found} when the category, or the one that it is to stand in, is not there
     * @throws PortalException.Conflict {@code category.circle} when that is the category itself or stands in it;
     *     {@code category.key-taken} when one that stands there has its key; {@code category.version-conflict} when it is not at the
     *     expected version
     * @throws PortalException.LimitExceeded {@code category.too-deep} when one of them would be the {@link CreateCategory#MAX_DEPTH}
     *     plus first, one within the other
     */
    public Category move(Actor actor, MoveCategory command) {
        return operations.perform(MOVE, actor, command, context -> {
            CategoryId target = command.target();
            Category before = tree.lock(context, command.category(), command.expectedVersion());
            if (target != null) {
                tree.require(context, target);
            }
            if (Objects.equals(before.parent(), target)) {
                context.unchanged();
                return before;
            }
            tree.requireFits(context, before.id(), target);
            Category after = new Category(before.id(), target, before.key(), before.name(), before.version() + 1);
            tree.replace(context, after);
            tree.report(
                    context, after.id(), CategoryMoved.TYPE, new CategoryMoved(after.id(), target, after.version()));
            return after;
        });
    }

    /**
     * Removes a category. The articles that stood in it stay as they are, published, planned and in drafts, and stand in it no longer:
     * they are read and found as before, but not by it, and nobody is told of it. A draft or an earlier revision that names it is
     * published or restored without it.
     *
     * @throws PortalException.NotFound {@code category.not-found} when it is not there
     * @throws PortalException.Conflict {@code category.not-empty} while a category stands in it; {@code category.version-conflict} when
     *     it is not at the expected version
     */
    public void remove(Actor actor, RemoveCategory command) {
        operations.perform(REMOVE, actor, command, context -> {
            Category category = tree.lock(context, command.category(), command.expectedVersion());
            tree.remove(context, category);
            tree.report(context, category.id(), CategoryRemoved.TYPE, new CategoryRemoved(category.id()));
            return Optional.empty();
        });
    }
}
