// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.ImportArticle;
import dev.portalblocks.kb.model.ImportOutcome;
import dev.portalblocks.kb.model.MoveCategory;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.RemoveCategory;
import dev.portalblocks.kb.model.RenameCategory;
import dev.portalblocks.kb.model.UploadAsset;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;

/** How to call the knowledge base. */
final class KnowledgeInvokers {
    private static final PageRequest PAGE = PageRequest.first(100);

    private KnowledgeInvokers() {}

    static List<Invoker> all() {
        return Stream.of(
                        reading(),
                        editing(),
                        WorkflowInvokers.all(),
                        CareInvokers.all(),
                        CheckInvokers.all(),
                        FeedbackInvokers.all(),
                        ViewInvokers.all(),
                        HealthInvokers.all(),
                        categories(),
                        importing(),
                        ExportInvokers.ofOperations())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Invoker> reading() {
        return List.of(
                new Invoker(
                        "KnowledgeBase.read(Actor, ArticleId, LanguageTag)",
                        "kb.article.read",
                        (portal, actor, target) -> portal.knowledge
                                .read(actor, target.articles().published(), null)
                                .id()
                                .equals(target.articles().published())),
                new Invoker(
                        "KnowledgeBase.list(Actor, CategoryId, LanguageTag, PageRequest)",
                        "kb.article.list",
                        (portal, actor, target) ->
                                portal.knowledge.list(actor, target.articles().category(), null, PAGE).items().stream()
                                        .anyMatch(article -> article.id()
                                                .equals(target.articles().published()))),
                new Invoker(
                        "KnowledgeBase.categories(Actor, LanguageTag)",
                        "kb.category.list",
                        (portal, actor, target) -> portal.knowledge.categories(actor, null).stream()
                                .anyMatch(category ->
                                        category.id().equals(target.articles().category()))),
                new Invoker(
                        "KnowledgeBase.openAsset(Actor, ArticleId, String)",
                        "kb.asset.open",
                        (portal, actor, target) -> {
                            try (var bytes = portal.knowledge.openAsset(
                                    actor, target.articles().published(), SampleArticles.PICTURE)) {
                                return bytes.readAllBytes().length > 0;
                            }
                        }));
    }

    private static List<Invoker> editing() {
        return List.of(
                new Invoker(
                        "KnowledgeEditor.create(Actor, CreateArticle)",
                        "kb.article.create",
                        (portal, actor, target) -> portal.knowledge
                                        .editor()
                                        .create(
                                                actor,
                                                CreateArticle.of(SampleArticles.article("Neu")
                                                                .in(target.articles()
                                                                        .category()))
                                                        .once(IdempotencyKey.of("new")))
                                        .version()
                                == 1),
                new Invoker(
                        "KnowledgeEditor.edit(Actor, EditArticle)",
                        "kb.article.edit",
                        (portal, actor, target) -> portal.knowledge
                                        .editor()
                                        .edit(
                                                actor,
                                                EditArticle.of(
                                                        target.articles().published(),
                                                        SampleArticles.article("Anders")))
                                        .draft()
                                != null),
                new Invoker(
                        "KnowledgeEditor.find(Actor, ArticleId)",
                        "kb.article.find",
                        (portal, actor, target) -> portal.knowledge
                                .editor()
                                .find(actor, target.articles().draft())
                                .id()
                                .equals(target.articles().draft())),
                new Invoker(
                        "KnowledgeEditor.list(Actor, PageRequest)",
                        "kb.article.list-all",
                        (portal, actor, target) -> portal.knowledge.editor().list(actor, PAGE).items().stream()
                                .anyMatch(article ->
                                        article.id().equals(target.articles().draft()))),
                new Invoker(
                        "KnowledgeEditor.revisions(Actor, ArticleId, PageRequest)",
                        "kb.article.revisions",
                        (portal, actor, target) -> !portal.knowledge
                                .editor()
                                .revisions(actor, target.articles().published(), PAGE)
                                .items()
                                .isEmpty()),
                new Invoker(
                        "KnowledgeEditor.publish(Actor, PublishArticle)",
                        "kb.article.publish",
                        (portal, actor, target) -> portal.knowledge
                                        .editor()
                                        .publish(
                                                actor,
                                                PublishArticle.of(
                                                        target.articles().draft()))
                                        .published()
                                != null),
                new Invoker(
                        "KnowledgeEditor.archive(Actor, ArchiveArticle)",
                        "kb.article.archive",
                        (portal, actor, target) -> portal.knowledge
                                .editor()
                                .archive(
                                        actor,
                                        ArchiveArticle.of(target.articles().published()))
                                .id()
                                .equals(target.articles().published())));
    }

    private static List<Invoker> categories() {
        return List.of(
                new Invoker(
                        "CategoryEditor.create(Actor, CreateCategory)",
                        "kb.category.create",
                        (portal, actor, target) -> target.articles()
                                .category()
                                .equals(portal.knowledge
                                        .categoryEditor()
                                        .create(
                                                actor,
                                                new CreateCategory(
                                                        target.articles().category(),
                                                        "teil",
                                                        LocalizedText.german("Teil"),
                                                        IdempotencyKey.of("part")))
                                        .parent())),
                new Invoker(
                        "CategoryEditor.rename(Actor, RenameCategory)",
                        "kb.category.rename",
                        (portal, actor, target) -> portal.knowledge
                                .categoryEditor()
                                .rename(
                                        actor,
                                        new RenameCategory(
                                                target.articles().category(), LocalizedText.german("Anders"), null))
                                .id()
                                .equals(target.articles().category())),
                new Invoker(
                        "CategoryEditor.move(Actor, MoveCategory)",
                        "kb.category.move",
                        (portal, actor, target) -> portal.knowledge
                                .categoryEditor()
                                .move(actor, MoveCategory.of(target.articles().empty(), null))
                                .id()
                                .equals(target.articles().empty())),
                new Invoker(
                        "CategoryEditor.remove(Actor, RemoveCategory)",
                        "kb.category.remove",
                        (portal, actor, target) -> {
                            portal.knowledge
                                    .categoryEditor()
                                    .remove(
                                            actor,
                                            RemoveCategory.of(target.articles().empty()));
                            return true;
                        }),
                new Invoker(
                        "CategoryEditor.list(Actor)",
                        "kb.category.list-all",
                        (portal, actor, target) -> portal.knowledge.categoryEditor().list(actor).stream()
                                .anyMatch(category ->
                                        category.id().equals(target.articles().category()))),
                new Invoker(
                        "KnowledgeEditor.upload(Actor, UploadAsset, InputStream)",
                        "kb.asset.upload",
                        (portal, actor, target) -> portal.knowledge
                                        .editor()
                                        .upload(actor, new UploadAsset("neu.png", "image/png"), another())
                                        .size()
                                > 0));
    }

    private static List<Invoker> importing() {
        return List.of(
                new Invoker(
                        "KnowledgeIntake.put(Actor, ImportArticle)",
                        "kb.import.put",
                        (portal, actor, target) -> portal.knowledge
                                        .intake()
                                        .put(
                                                actor,
                                                new ImportArticle(
                                                        target.articles().source(),
                                                        List.of("import", "tief"),
                                                        SampleArticles.article("Neuer Import")))
                                != ImportOutcome.UNCHANGED),
                new Invoker(
                        "KnowledgeIntake.withdraw(Actor, SourceKey)", "kb.import.withdraw", (portal, actor, target) -> {
                            portal.knowledge
                                    .intake()
                                    .withdraw(actor, target.articles().source());
                            return true;
                        }),
                new Invoker(
                        "KnowledgeIntake.find(Actor, SourceKey)",
                        "kb.import.find",
                        (portal, actor, target) -> portal.knowledge
                                .intake()
                                .find(actor, target.articles().source())
                                .isPresent()),
                new Invoker(
                        "KnowledgeIntake.list(Actor, String, PageRequest)",
                        "kb.import.list",
                        (portal, actor, target) -> !portal.knowledge
                                .intake()
                                .list(actor, target.articles().source().source(), PAGE)
                                .items()
                                .isEmpty()));
    }

    /** A second upload brings the same again, which is kept once. */
    private static InputStream another() {
        return new ByteArrayInputStream(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF});
    }
}
