// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.core.operation.Shortcut;
import dev.portalblocks.kb.KnowledgeChanges.Stamp;
import dev.portalblocks.kb.model.Article;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.spi.PlannedArticle;
import dev.portalblocks.kb.spi.PublishedArticleStore;
import org.jspecify.annotations.Nullable;

/**
 * Articles that were read and committed, in memory, with all that is planned of them: who may read one is decided by each read, and what
 * is shown by its moment. While a host's transaction is joined nothing is taken from here and nothing is put in.
 *
 * <p>On one node what is here is so still where nothing began to change it since it was read; else, and on several nodes each time, its
 * stamp is looked up.
 *
 * <p>Thread-safe.
 */
final class ArticleCache {
    /** So many names of an article are remembered for each that is kept; they are hints, and few have more. */
    private static final int NAMES = 4;

    private final Cache<Place, KeptArticle> articles;
    private final Cache<Address, ArticleId> addresses;
    private final Shortcut shortcut;
    private final PublishedArticleStore store;
    private final ReaderViews views;
    private final KnowledgeChanges changes;

    ArticleCache(
            int size, KnowledgeChanges changes, Shortcut shortcut, PublishedArticleStore store, ReaderViews views) {
        // on the caller's thread: a library has no threads of its own
        this.articles =
                Caffeine.newBuilder().maximumSize(size).executor(Runnable::run).build();
        this.addresses = Caffeine.newBuilder()
                .maximumSize((long) NAMES * size)
                .executor(Runnable::run)
                .build();
        this.shortcut = shortcut;
        this.store = store;
        this.views = views;
        this.changes = changes;
    }

    private record Place(TenantId tenant, ArticleId article) {}

    private record Address(TenantId tenant, LanguageTag language, String slug) {}

    /**
     * Returns the article where the actor is certain to get it, and where it is known; else null, and the one way has to be gone.
     *
     * @throws PortalException.NotFound {@code article.not-found} where it is certain that there is nothing for the actor
     */
    @Nullable
    Article find(Actor actor, ArticleId id, @Nullable LanguageTag language) {
        KeptArticle known = articles.getIfPresent(new Place(actor.tenant(), id));
        if (known == null) {
            return null;
        }
        boolean isOpen = shortcut.isOpen(actor, known.label());
        boolean isCertain = isOpen || shortcut.isClosed(actor, known.label());
        if (!isCertain || !isCurrent(actor.tenant(), known)) {
            return null;
        }
        if (!isOpen) {
            throw new PortalException.NotFound("article");
        }
        return known.shownAt(shortcut.now(), language, views);
    }

    /** Returns the article of this name as {@link #find} does; whoever is not certain to get it has to go the one way, as names can be guessed. */
    @Nullable
    Article find(Actor actor, LanguageTag language, String slug) {
        ArticleId id = addresses.getIfPresent(new Address(actor.tenant(), language, slug));
        KeptArticle known = id == null ? null : articles.getIfPresent(new Place(actor.tenant(), id));
        if (known == null || !known.isCalled(language, slug)) {
            return null;
        }
        boolean isCertain = shortcut.isOpen(actor, known.label()) && isCurrent(actor.tenant(), known);
        return isCertain ? known.shownAt(shortcut.now(), language, views) : null;
    }

    /** Returns whether what is kept is what is there; where nobody knows, by a look. */
    private boolean isCurrent(TenantId tenant, KeptArticle known) {
        ArticleId id = known.article().id();
        if (changes.isCurrent(tenant, id, known.stamp())) {
            return true;
        }
        Stamp stamp = changes.stamp(tenant, id);
        Scope all = Scope.wholeTenant(tenant);
        boolean isSame = shortcut.query(tx -> store.findStamp(tx, all, id, shortcut.now())
                .filter(known.article().stamp()::equals)
                .isPresent());
        if (isSame) {
            changes.found(tenant, id, known.article().stamp().version());
            known.seen(stamp);
        }
        return isSame;
    }

    /** Returns the stamp for what is read in a transaction that begins afterwards. */
    Stamp stamp(Actor actor, ArticleId id) {
        return changes.stamp(actor.tenant(), id);
    }

    /** Keeps what the operation has read. */
    void keep(OperationContext context, PlannedArticle read, Stamp stamp) {
        if (!context.tx().isJoined()) {
            TenantId tenant = context.actor().tenant();
            changes.found(tenant, read.id(), read.stamp().version());
            Place place = new Place(tenant, read.id());
            KeptArticle known = articles.getIfPresent(place);
            if (known == null || !known.article().stamp().equals(read.stamp())) {
                articles.put(place, new KeptArticle(tenant, read, stamp));
            } else if (!stamp.equals(Stamp.NEVER)) {
                known.seen(stamp);
            }
        }
    }

    /** Keeps by which name the operation has read an article. */
    void keep(OperationContext context, PlannedArticle read, LanguageTag language, String slug) {
        if (!context.tx().isJoined()) {
            TenantId tenant = context.actor().tenant();
            keep(context, read, Stamp.NEVER);
            KeptArticle known = articles.getIfPresent(new Place(tenant, read.id()));
            if (known != null && known.article().stamp().equals(read.stamp())) {
                known.called(language, slug);
                addresses.put(new Address(tenant, language, slug), read.id());
            }
        }
    }
}
