// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.kb.KnowledgeChanges.Stamp;
import dev.portalblocks.kb.model.Article;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.spi.PlannedArticle;
import dev.portalblocks.kb.spi.PublishedArticle;
import dev.portalblocks.kb.spi.StoredArticle;
import dev.portalblocks.publishing.model.Showing;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One version of an article in memory, with what was already made of it for readers. Thread-safe. */
final class KeptArticle {
    /** So many are remembered of each; what is asked for is a stranger's to say. */
    private static final int MOST = 100;

    private final PlannedArticle article;
    private final AccessLabel label;
    private final Map<String, View> views = new ConcurrentHashMap<>();
    private final Set<Name> names = ConcurrentHashMap.newKeySet();
    private volatile Stamp stamp;

    KeptArticle(TenantId tenant, PlannedArticle article, Stamp stamp) {
        this.article = article;
        this.stamp = stamp;
        this.label = AccessLabel.of(tenant)
                .forAudiences(
                        article.schedule() // of which all showings are for the same readers
                                .showings()
                                .get(0)
                                .revision()
                                .content()
                                .audiences())
                .inState(Permission.PUBLISHED);
    }

    /** What a reader of one language gets, and from when until when. */
    private record View(Showing<ArticleContent> showing, Article article) {}

    private record Name(LanguageTag language, String slug) {}

    PlannedArticle article() {
        return article;
    }

    AccessLabel label() {
        return label;
    }

    /** Returns when it was seen to be what is there, the last time. */
    Stamp stamp() {
        return stamp;
    }

    void seen(Stamp when) {
        stamp = when;
    }

    /** Remembers that the article of this version is found by this name. */
    void called(LanguageTag language, String slug) {
        if (names.size() < MOST) {
            names.add(new Name(language, slug));
        }
    }

    boolean isCalled(LanguageTag language, String slug) {
        return names.contains(new Name(language, slug));
    }

    /** Returns what a reader gets at this moment; null where that is nothing. */
    @Nullable
    Article shownAt(Instant moment, @Nullable LanguageTag language, ReaderViews readers) {
        Instant counted = StoredArticle.known(moment, article.stamp().changedAt());
        String key = language == null ? "" : language.toString();
        View made = views.get(key);
        if (made != null && isShown(made.showing(), counted)) {
            return made.article();
        }
        PublishedArticle shown = article.shownAt(moment).orElse(null);
        if (shown == null) {
            return null;
        }
        View view = new View(shown.showing(), readers.article(shown, language));
        if (made != null || views.size() < MOST) {
            views.put(key, view);
        }
        return view.article();
    }

    private static boolean isShown(Showing<ArticleContent> showing, Instant moment) {
        Instant until = showing.until();
        return !moment.isBefore(showing.from()) && (until == null || moment.isBefore(until));
    }
}
