// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSettings;
import dev.portalblocks.kb.model.ArticleSlug;
import dev.portalblocks.kb.model.ArticleText;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.ExportedArticle;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The front matter of an article's files. */
final class ExportedText {
    private final ExportedArticle article;
    private final List<ArticleSlug> slugs;

    ExportedText(ExportedArticle article, List<ArticleSlug> slugs) {
        this.article = article;
        this.slugs = slugs;
    }

    /** Returns that of the language that the article was written in: with all that is one for all languages. */
    YamlText original(Collection<String> translations, List<PlacedAsset> assets) {
        YamlText front = said(article.content().language())
                .with(ImportedSettings.ID, article.id().toString());
        if (!translations.isEmpty()) {
            front.with(
                    ImportedSettings.TRANSLATIONS,
                    translations.stream().map(ExportedText::name).toList());
        }
        placed(front);
        ArticleSettings settings = article.settings();
        if (settings.owner() != null) {
            front.with(ImportedSettings.OWNER, settings.owner());
        }
        if (settings.reviewBy() != null) {
            front.with(ImportedSettings.REVIEW_BY, settings.reviewBy().toString());
        }
        if (!settings.related().isEmpty()) {
            front.with(
                    ImportedSettings.RELATED,
                    settings.related().stream().map(ArticleId::toString).toList());
        }
        return with(front, assets);
    }

    /** Returns that of another language, which lies beside the file of this path. */
    YamlText translation(LanguageTag language, String original) {
        return said(language).with(ImportedSettings.TRANSLATION_OF, name(original));
    }

    private YamlText said(LanguageTag language) {
        ArticleText text =
                Objects.requireNonNull(article.content().texts().get(language), "it is one of its languages");
        YamlText front = new YamlText().with("title", text.title()).with("language", language.value());
        List<String> former = slugs.stream()
                .filter(slug -> slug.language().equals(language) && !slug.current())
                .map(ArticleSlug::slug)
                .sorted()
                .toList();
        slugs.stream()
                .filter(slug -> slug.language().equals(language) && slug.current())
                .forEach(slug -> front.with(ImportedSettings.SLUG, slug.slug()));
        return former.isEmpty() ? front : front.with(ImportedSettings.FORMER_SLUGS, former);
    }

    private void placed(YamlText front) {
        if (article.categories().isEmpty()) {
            front.line(ImportedSettings.CATEGORIES + ": []");
        } else {
            front.line(ImportedSettings.CATEGORIES + ":");
            article.categories().forEach(keys -> front.line("  - " + YamlText.list(keys)));
        }
        if (!article.content().tags().isEmpty()) {
            front.with("tags", article.content().tags().stream().distinct().toList());
        }
        front.with(
                "audiences",
                article.content().audiences().stream().map(Audience::token).toList());
    }

    private static YamlText with(YamlText front, List<PlacedAsset> assets) {
        if (assets.isEmpty()) {
            return front.line(ImportedSettings.ASSETS + ": []");
        }
        front.line(ImportedSettings.ASSETS + ":");
        assets.forEach(placed -> front.line(
                        "  - path: " + YamlText.quoted(placed.asset().path()))
                .line("    file: " + YamlText.quoted(placed.place()))
                .line("    type: " + YamlText.quoted(placed.asset().mediaType())));
        return front;
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** An asset, and where its bytes lie below the root. */
    record PlacedAsset(Asset asset, String place) {}
}
