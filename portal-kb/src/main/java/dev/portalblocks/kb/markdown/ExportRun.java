// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.model.ArticleSlug;
import dev.portalblocks.kb.model.ArticleText;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.ExportedArticle;
import dev.portalblocks.publishing.PortableNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One export, page by page. */
final class ExportRun {
    private final KnowledgeBase knowledge;
    private final Actor actor;
    private final ExportFolder folder;
    private final PortableNames names = new PortableNames();
    private final ExportedFiles files;
    private final List<ExportReport.Remark> remarks = new ArrayList<>();
    private int articles;
    private int texts;

    ExportRun(KnowledgeBase knowledge, Actor actor, ExportFolder folder) {
        this.knowledge = knowledge;
        this.actor = actor;
        this.folder = folder;
        this.files = new ExportedFiles(knowledge.export(), actor, folder, names);
    }

    ExportReport toEnd() throws IOException {
        names.take(ExportManifest.FILE);
        names.take(CategoryFile.FILE);
        PageRequest request = PageRequest.first(PageRequest.MAX_LIMIT);
        Page<ExportedArticle> page = knowledge.export().list(actor, request);
        write(page);
        while (page.next() != null) {
            page = knowledge.export().list(actor, request.after(page.next()));
            write(page);
        }
        folder.write(
                CategoryFile.FILE, CategoryFile.of(knowledge.categoryEditor().list(actor)));
        folder.write(ExportManifest.FILE, new ExportManifest(articles, texts, files.count()).text());
        return new ExportReport(articles, texts, files.count(), remarks);
    }

    private void write(Page<ExportedArticle> page) throws IOException {
        for (ExportedArticle article : page.items()) {
            write(article);
            articles++;
        }
    }

    private void write(ExportedArticle article) throws IOException {
        String path = names.claim(ArticlePlace.of(article));
        List<ArticleSlug> slugs = knowledge.care().slugs(actor, article.id());
        Map<LanguageTag, String> translations = new LinkedHashMap<>();
        for (LanguageTag language : article.content().languages()) {
            if (!language.equals(article.content().language())) {
                translations.put(language, names.claim(ArticlePlace.in(path, language)));
            }
        }
        List<ExportedText.PlacedAsset> assets = assets(article, path);
        ExportedText text = new ExportedText(article, slugs);
        write(
                path,
                text.original(translations.values(), assets),
                article.content().language(),
                article);
        for (Map.Entry<LanguageTag, String> translation : translations.entrySet()) {
            LanguageTag language = translation.getKey();
            write(translation.getValue(), text.translation(language, path), language, article);
        }
    }

    private void write(String path, YamlText front, LanguageTag language, ExportedArticle article) throws IOException {
        ArticleText text = article.content().texts().get(language);
        String body = text == null ? "" : text.body().replace("\r\n", "\n").replace('\r', '\n');
        folder.write(path, "---\n" + front + "---\n" + body);
        texts++;
    }

    private List<ExportedText.PlacedAsset> assets(ExportedArticle article, String path) throws IOException {
        List<String> above = Arrays.asList(path.split("/", -1));
        List<String> folders = above.subList(0, above.size() - 1);
        List<ExportedText.PlacedAsset> placed = new ArrayList<>();
        for (Asset asset : article.content().assets()) {
            Optional<String> place = files.write(article.id(), asset, folders);
            if (place.isPresent()) {
                placed.add(new ExportedText.PlacedAsset(asset, place.get()));
            } else {
                remarks.add(new ExportReport.Remark(article.id(), path, "asset-gone"));
            }
        }
        return placed;
    }
}
