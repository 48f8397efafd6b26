// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.ImportArticle;
import dev.portalblocks.kb.model.MoveCategory;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.RemoveCategory;
import dev.portalblocks.kb.model.RenameCategory;
import dev.portalblocks.kb.model.SourceKey;
import dev.portalblocks.kb.model.UploadAsset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the other commands of the knowledge base can't be. */
final class KnowledgeMisfits {
    private static final LocalizedText NAME = LocalizedText.german("Name");

    private KnowledgeMisfits() {}

    static List<Misfit> all() {
        return List.of(
                of(
                        "CreateArticle.content",
                        "content",
                        "not-null",
                        (knowledge, actor, target) -> knowledge.editor().create(actor, CreateArticle.of(null))),
                of(
                        "EditArticle.article",
                        "article",
                        "not-null",
                        (knowledge, actor, target) ->
                                knowledge.editor().edit(actor, EditArticle.of(null, SampleArticles.article("Titel")))),
                of(
                        "EditArticle.content",
                        "content",
                        "not-null",
                        (knowledge, actor, target) -> knowledge
                                .editor()
                                .edit(actor, EditArticle.of(target.articles().draft(), null))),
                of(
                        "PublishArticle.article",
                        "article",
                        "not-null",
                        (knowledge, actor, target) -> knowledge.editor().publish(actor, PublishArticle.of(null))),
                of(
                        "ArchiveArticle.article",
                        "article",
                        "not-null",
                        (knowledge, actor, target) -> knowledge.editor().archive(actor, ArchiveArticle.of(null))),
                category("key", "not-blank", " ", NAME),
                category("key", "size", Misfit.text(101), NAME),
                category("key", "pattern", "a\nb", NAME),
                category("name", "not-null", "key", null),
                name("name.texts[de].<map value>", "not-blank", LocalizedText.german(" ")),
                name("name.texts[de].<map value>", "size", LocalizedText.german(Misfit.text(2_001))),
                name("name.texts[de].<map value>", "pattern", LocalizedText.german("a\nb")),
                of(
                        "RenameCategory.category",
                        "category",
                        "not-null",
                        (knowledge, actor, target) ->
                                knowledge.categoryEditor().rename(actor, new RenameCategory(null, NAME, null))),
                of(
                        "RenameCategory.name",
                        "name",
                        "not-null",
                        (knowledge, actor, target) -> knowledge
                                .categoryEditor()
                                .rename(
                                        actor,
                                        new RenameCategory(target.articles().category(), null, null))),
                of(
                        "MoveCategory.category",
                        "category",
                        "not-null",
                        (knowledge, actor, target) ->
                                knowledge.categoryEditor().move(actor, MoveCategory.of(null, null))),
                of("RemoveCategory.category", "category", "not-null", (knowledge, actor, target) -> {
                    knowledge.categoryEditor().remove(actor, RemoveCategory.of(null));
                    return true;
                }),
                upload("path", "not-blank", " ", "image/png"),
                upload("path", "size", Misfit.text(501), "image/png"),
                upload("path", "pattern", "a\nb.png", "image/png"),
                upload("mediaType", "not-blank", "a.png", " "),
                upload("mediaType", "pattern", "a.png", "text/html\r\nX: y"),
                upload("mediaType", "size", "a.png", Misfit.text(101)),
                source("source", "not-blank", new SourceKey(" ", "a.md")),
                source("source", "size", new SourceKey(Misfit.text(101), "a.md")),
                source("source", "pattern", new SourceKey("a\nb", "a.md")),
                source("path", "pattern", new SourceKey("a", "a\u0000.md")),
                source("path", "not-blank", new SourceKey("a", " ")),
                source("path", "size", new SourceKey("a", Misfit.text(1_001))),
                imported("source", "source", "not-null", null, List.of()),
                imported("categories", "categories", "size", SampleArticles.SOURCE, Collections.nCopies(21, "a")),
                imported(
                        "categories", "categories[0].<list element>", "not-blank", SampleArticles.SOURCE, List.of(" ")),
                imported(
                        "categories",
                        "categories[0].<list element>",
                        "pattern",
                        SampleArticles.SOURCE,
                        List.of("a\nb")),
                imported(
                        "categories",
                        "categories[0].<list element>",
                        "size",
                        SampleArticles.SOURCE,
                        List.of(Misfit.text(101))),
                slugs("slugs", "size", languages(51)),
                slugs("slugs[de].<map value>", "not-empty", Map.of(LanguageTag.GERMAN, List.of())),
                slugs("slugs[de].<map value>", "size", Map.of(LanguageTag.GERMAN, Collections.nCopies(101, "a"))),
                slug("size", "a".repeat(101)),
                slug("pattern", Misfit.text(40)),
                of(
                        "ImportArticle.content",
                        "content",
                        "not-null",
                        (knowledge, actor, target) -> knowledge
                                .intake()
                                .put(actor, new ImportArticle(SampleArticles.SOURCE, List.of(), null))));
    }

    private interface Use {
        Object of(KnowledgeBase knowledge, Actor actor, Target target);
    }

    private static Misfit of(String field, String path, String code, Use use) {
        return new Misfit(
                field, path, code, (portal, actor, target) -> use.of(portal.knowledge, actor, target) != null);
    }

    private static Misfit category(String field, String code, String key, LocalizedText name) {
        return of(
                "CreateCategory." + field,
                field,
                code,
                (knowledge, actor, target) -> knowledge.categoryEditor().create(actor, CreateCategory.of(key, name)));
    }

    private static Misfit name(String path, String code, LocalizedText name) {
        return of(
                "LocalizedText.texts",
                path,
                code,
                (knowledge, actor, target) -> knowledge.categoryEditor().create(actor, CreateCategory.of("key", name)));
    }

    private static Misfit upload(String field, String code, String path, String mediaType) {
        return of(
                "UploadAsset." + field,
                field,
                code,
                (knowledge, actor, target) ->
                        knowledge.editor().upload(actor, new UploadAsset(path, mediaType), SampleWorld.picture()));
    }

    private static Misfit source(String field, String code, SourceKey key) {
        return of(
                "SourceKey." + field,
                field,
                code,
                (knowledge, actor, target) -> knowledge.intake().find(actor, key));
    }

    private static Misfit imported(String field, String path, String code, SourceKey key, List<String> categories) {
        return of(
                "ImportArticle." + field,
                path,
                code,
                (knowledge, actor, target) -> knowledge
                        .intake()
                        .put(actor, new ImportArticle(key, categories, SampleArticles.article("Titel"))));
    }

    private static Misfit slug(String code, String slug) {
        return slugs("slugs[de].<map value>[0].<list element>", code, Map.of(LanguageTag.GERMAN, List.of(slug)));
    }

    private static Misfit slugs(String path, String code, Map<LanguageTag, List<String>> slugs) {
        ArticleContent content = SampleArticles.article("Titel");
        return of(
                "ImportArticle.slugs",
                path,
                code,
                (knowledge, actor, target) -> knowledge
                        .intake()
                        .put(actor, new ImportArticle(SampleArticles.SOURCE, List.of(), content, null, slugs)));
    }

    private static Map<LanguageTag, List<String>> languages(int count) {
        return IntStream.range(0, count)
                .boxed()
                .collect(Collectors.toMap(i -> LanguageTag.of("de-x-a" + i), i -> List.of("a")));
    }
}
