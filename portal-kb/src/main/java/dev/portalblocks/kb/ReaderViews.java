// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.kb.model.Article;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleSummary;
import dev.portalblocks.kb.model.ArticleText;
import dev.portalblocks.kb.model.Category;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CategorySummary;
import dev.portalblocks.kb.spi.PublishedArticle;
import dev.portalblocks.kb.spi.StoredCategory;
import dev.portalblocks.publishing.model.Revision;
import dev.portalblocks.publishing.model.TextOrigin;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what is stored into what a reader of one language gets. */
final class ReaderViews {
    private final LanguageTag defaultLanguage;

    ReaderViews(LanguageTag defaultLanguage) {
        this.defaultLanguage = defaultLanguage;
    }

    Article article(PublishedArticle stored, @Nullable LanguageTag reader) {
        Revision<ArticleContent> revision = stored.revision();
        ArticleContent content = revision.content();
        LanguageTag served = served(content, reader);
        TextOrigin origin = revision.origins().get(served);
        return new Article(
                stored.id(),
                served,
                slug(stored, served),
                content.languages(),
                text(content, served),
                content.categories(),
                content.tags(),
                content.assets(),
                origin == null ? revision.number() : origin.revision(),
                revision.publishedAt(),
                revision.isOutdated(served));
    }

    ArticleSummary summary(PublishedArticle stored, @Nullable LanguageTag reader) {
        ArticleContent content = stored.revision().content();
        LanguageTag served = served(content, reader);
        return new ArticleSummary(
                stored.id(),
                served,
                slug(stored, served),
                text(content, served).title(),
                stored.revision().publishedAt());
    }

    List<CategorySummary> categories(
            List<StoredCategory> all, Map<CategoryId, Integer> counts, @Nullable LanguageTag reader) {
        Map<CategoryId, Category> byId = new HashMap<>();
        all.forEach(stored -> byId.put(stored.category().id(), stored.category()));
        Set<CategoryId> visible = withAncestors(counts.keySet(), byId);
        return inOrder(all).stream()
                .filter(category -> visible.contains(category.id()))
                .map(category -> summary(category, counts, reader))
                .toList();
    }

    private static Set<CategoryId> withAncestors(Collection<CategoryId> some, Map<CategoryId, Category> byId) {
        Set<CategoryId> all = new HashSet<>();
        for (CategoryId start : some) {
            Category category = byId.get(start);
            while (category != null && all.add(category.id())) {
                category = category.parent() == null ? null : byId.get(category.parent());
            }
        }
        return all;
    }

    /** Parents before their children, siblings as they come, in one walk over all of them. */
    private static List<Category> inOrder(List<StoredCategory> all) {
        List<Category> top = new ArrayList<>();
        Map<CategoryId, List<Category>> within = new HashMap<>();
        for (StoredCategory stored : all) {
            CategoryId parent = stored.category().parent();
            (parent == null ? top : within.computeIfAbsent(parent, id -> new ArrayList<>())).add(stored.category());
        }
        List<Category> ordered = new ArrayList<>(all.size());
        Deque<Iterator<Category>> path = new ArrayDeque<>(List.of(top.iterator()));
        while (!path.isEmpty()) {
            if (path.getLast().hasNext()) {
                Category next = path.getLast().next();
                ordered.add(next);
                path.addLast(within.getOrDefault(next.id(), List.of()).iterator());
            } else {
                path.removeLast();
            }
        }
        return ordered;
    }

    private CategorySummary summary(Category category, Map<CategoryId, Integer> counts, @Nullable LanguageTag reader) {
        LocalizedText.Localized name =
                category.name().resolve(reader == null ? defaultLanguage : reader, defaultLanguage);
        int articles = counts.getOrDefault(category.id(), 0);
        return new CategorySummary(category.id(), category.parent(), name.language(), name.text(), articles);
    }

    private LanguageTag served(ArticleContent content, @Nullable LanguageTag reader) {
        LanguageTag wanted = reader == null ? defaultLanguage : reader;
        return wanted.servedFrom(content.texts().keySet(), defaultLanguage, content.language());
    }

    /** Whatever is published has a slug; a storage that lost one has the id. */
    private static String slug(PublishedArticle stored, LanguageTag language) {
        String slug = stored.settings().slugs().get(language);
        return slug == null ? stored.id().toString() : slug;
    }

    private static ArticleText text(ArticleContent content, LanguageTag language) {
        return Objects.requireNonNull(content.texts().get(language), "an article has a text in its first language");
    }
}
