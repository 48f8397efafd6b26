// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.operation.Shortcut;
import dev.portalblocks.kb.spi.PublishedArticleStore;
import org.jspecify.annotations.Nullable;

/**
 * How many articles are kept in memory, and who else may change them; 0 for none.
 *
 * @param onOneNode where this portal alone changes them
 * @param onSeveralNodes where anybody may
 */
record Caching(int onOneNode, int onSeveralNodes) {
    static final Caching NONE = new Caching(0, 0);

    Caching onOneNode(int articles) {
        return new Caching(atLeastOne(articles), onSeveralNodes);
    }

    Caching onSeveralNodes(int articles) {
        return new Caching(onOneNode, atLeastOne(articles));
    }

    void requireOneKind() {
        if (onOneNode > 0 && onSeveralNodes > 0) {
            throw new IllegalStateException("Articles are cached on one node or on several, not both");
        }
    }

    KnowledgeChanges changes() {
        return onOneNode > 0 ? KnowledgeChanges.followed() : KnowledgeChanges.ignored();
    }

    /** Returns the cache; null where nothing is kept. */
    @Nullable
    ArticleCache cache(KnowledgeChanges changes, Shortcut shortcut, PublishedArticleStore store, ReaderViews views) {
        int size = onOneNode + onSeveralNodes;
        if (size == 0) {
            return null;
        }
        try {
            return new ArticleCache(size, changes, shortcut, store, views);
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException("A cache needs com.github.ben-manes.caffeine:caffeine on the path", e);
        }
    }

    private static int atLeastOne(int articles) {
        if (articles < 1) {
            throw new IllegalArgumentException("A cache keeps at least one article");
        }
        return articles;
    }
}
