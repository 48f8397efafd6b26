// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ExportedArticle;
import dev.portalblocks.kb.model.SourceKey;
import dev.portalblocks.publishing.PortableNames;
import dev.portalblocks.rendering.Slug;
import java.util.ArrayList;
import java.util.List;

/** Where an article would lie in a tree, if nothing else lay there. */
final class ArticlePlace {
    /** A place is what the next import calls the article's source, which has 1,000 characters. */
    private static final int MAX_PATH = 900;

    private ArticlePlace() {}

    /** Returns where it came from, if files can be called so; else the folders of its first category, and its slug. */
    static String of(ExportedArticle article) {
        SourceKey source = article.source();
        if (source == null) {
            return made(article);
        }
        String path = PortableNames.portablePath(
                LinkedFiles.isArticle(source.path()) ? source.path() : source.path() + ".md");
        return path.length() > MAX_PATH ? made(article) : path;
    }

    /** Returns where a translation lies beside the file of the original. */
    static String in(String path, LanguageTag language) {
        int dot = path.lastIndexOf('.');
        return path.substring(0, dot) + "." + language.value() + path.substring(dot);
    }

    private static String made(ExportedArticle article) {
        List<String> names = new ArrayList<>();
        if (!article.categories().isEmpty()) {
            article.categories().get(0).forEach(key -> names.add(PortableNames.portable(Slug.of(key, "_"))));
        }
        String slug = article.settings()
                .slugs()
                .getOrDefault(article.content().language(), article.id().toString());
        names.add(slug + ".md");
        String path = PortableNames.portablePath(String.join("/", names));
        return path.length() > MAX_PATH ? PortableNames.portable(slug + ".md") : path;
    }
}
