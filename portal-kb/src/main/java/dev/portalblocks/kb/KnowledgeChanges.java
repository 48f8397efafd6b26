// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.Changes;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.spi.StoredArticle;
import org.jspecify.annotations.Nullable;

/** What of the knowledge base is being changed, where somebody keeps it in memory and this portal alone changes it. */
final class KnowledgeChanges {
    private static final long NO_VERSION = 1; // of all categories together there is none: the next removal settles it

    private final @Nullable Changes<Place> changes;

    private KnowledgeChanges(@Nullable Changes<Place> changes) {
        this.changes = changes;
    }

    /**
     * What is changed.
     *
     * @param article which article; null for the categories
     */
    private record Place(TenantId tenant, @Nullable ArticleId article) {}

    /**
     * When something was read.
     *
     * @param article by the changes of the article
     * @param categories by those of the categories
     */
    record Stamp(long article, long categories) {
        /** Never current. */
        static final Stamp NEVER = new Stamp(Changes.NEVER, Changes.NEVER);
    }

    /** Returns what follows the changes. */
    static KnowledgeChanges followed() {
        return new KnowledgeChanges(new Changes<>());
    }

    /** Returns what is of nobody's concern: nothing that was read is current without a look. */
    static KnowledgeChanges ignored() {
        return new KnowledgeChanges(null);
    }

    /** Says that an operation changes an article; with its lock, before it is written. */
    void changing(OperationContext context, StoredArticle changed) {
        if (changes != null) {
            changes.begin(context, new Place(changed.tenant(), changed.id()), changed.version());
        }
    }

    /** Says that an operation takes a category away; with the tree's lock, before it is gone. */
    void changingCategories(OperationContext context) {
        if (changes != null) {
            changes.begin(context, new Place(context.actor().tenant(), null), NO_VERSION);
        }
    }

    /** Returns when it is; before what is read begins. */
    Stamp stamp(TenantId tenant, ArticleId article) {
        return changes == null
                ? Stamp.NEVER
                : new Stamp(changes.stamp(new Place(tenant, article)), changes.stamp(new Place(tenant, null)));
    }

    /** Returns whether nothing has begun to change since. */
    boolean isCurrent(TenantId tenant, ArticleId article, Stamp stamp) {
        return changes != null
                && changes.isCurrent(new Place(tenant, article), stamp.article())
                && changes.isCurrent(new Place(tenant, null), stamp.categories());
    }

    /** Says that a version of an article was found to be committed. */
    void found(TenantId tenant, ArticleId article, long version) {
        if (changes != null) {
            changes.found(new Place(tenant, article), version);
        }
    }
}
