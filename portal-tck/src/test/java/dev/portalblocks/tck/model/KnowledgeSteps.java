// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.kb.KnowledgeEditor;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.Category;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.MoveCategory;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.RemoveCategory;
import dev.portalblocks.kb.model.RenameCategory;
import dev.portalblocks.kb.model.UploadAsset;
import dev.portalblocks.publishing.model.Revision;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Steps of the knowledge base's editors. */
final class KnowledgeSteps {
    static final List<Function<Draw, Step>> ALL = List.of(
            KnowledgeSteps::create,
            KnowledgeSteps::edit,
            KnowledgeSteps::publish,
            KnowledgeSteps::publish,
            KnowledgeSteps::archive,
            KnowledgeSteps::find,
            KnowledgeSteps::list,
            KnowledgeSteps::revisions,
            KnowledgeSteps::upload,
            KnowledgeSteps::createCategory,
            KnowledgeSteps::renameCategory,
            KnowledgeSteps::moveCategory,
            KnowledgeSteps::removeCategory,
            KnowledgeSteps::listCategories);

    private KnowledgeSteps() {}

    private static KnowledgeEditor editor(Session session) {
        return session.blocks().knowledge().editor();
    }

    private static ArticleId article(Session session, String name) {
        return ArticleId.of(session.id(name));
    }

    private static Content content(Draw draw) {
        Content plain = draw.content();
        Set<String> categories =
                draw.dice().chance(50) ? Set.of() : Set.of(draw.dice().any("k"));
        List<String> assets =
                draw.dice().chance(60) ? List.of() : List.of(draw.dice().any("p"));
        return new Content(plain.language(), plain.texts(), plain.audiences(), categories, assets);
    }

    private static Step create(Draw draw) {
        Who who = draw.dice().asEditor();
        Content content = content(draw);
        String key = draw.dice().key();
        return new Step(
                who,
                "create article " + content + " once " + key,
                model -> model.knowledge.create(who, content, key),
                session -> view(
                        session,
                        editor(session)
                                .create(
                                        session.actor(who),
                                        new CreateArticle(Contents.article(session, content), Session.key(key)))));
    }

    private static Step edit(Draw draw) {
        Who who = draw.dice().asEditor();
        String name = draw.dice().any("a");
        Content content = content(draw);
        Long expected = draw.dice().expecting(draw.model(who).knowledge.version(name));
        return new Step(
                who,
                "edit " + name + " " + content + " at " + expected,
                model -> model.knowledge.edit(who, name, content, expected),
                session -> view(
                        session,
                        editor(session)
                                .edit(
                                        session.actor(who),
                                        new EditArticle(
                                                article(session, name),
                                                Contents.article(session, content),
                                                expected))));
    }

    private static Step publish(Draw draw) {
        Who who = draw.dice().asEditor();
        String name = draw.dice().any("a");
        Long expected = draw.dice().expecting(draw.model(who).knowledge.version(name));
        return new Step(
                who,
                "publish " + name + " at " + expected,
                model -> model.knowledge.publish(who, name, expected),
                session -> view(
                        session,
                        editor(session)
                                .publish(
                                        session.actor(who),
                                        new PublishArticle(article(session, name), null, null, null, expected))));
    }

    private static Step archive(Draw draw) {
        Who who = draw.dice().asEditor();
        String name = draw.dice().any("a");
        Long expected = draw.dice().expecting(draw.model(who).knowledge.version(name));
        return new Step(
                who,
                "archive " + name + " at " + expected,
                model -> model.knowledge.archive(who, name, expected),
                session -> view(
                        session,
                        editor(session)
                                .archive(
                                        session.actor(who),
                                        new ArchiveArticle(article(session, name), null, null, expected))));
    }

    private static Step find(Draw draw) {
        Who who = draw.dice().asEditor();
        String name = draw.dice().any("a");
        return new Step(
                who,
                "find " + name,
                model -> model.knowledge.find(who, name),
                session -> view(session, editor(session).find(session.actor(who), article(session, name))));
    }

    private static Step list(Draw draw) {
        Who who = draw.dice().asEditor();
        int size = draw.dice().upTo(3);
        return new Step(
                who,
                "list all articles",
                model -> model.knowledge.listAll(who),
                session -> Session.pages(
                        size, page -> editor(session).list(session.actor(who), page), found -> view(session, found)));
    }

    private static Step revisions(Draw draw) {
        Who who = draw.dice().asEditor();
        String name = draw.dice().any("a");
        int size = draw.dice().upTo(2);
        return new Step(
                who,
                "list revisions of " + name,
                model -> model.knowledge.revisions(who, name),
                session -> Session.pages(
                        size,
                        page -> editor(session).revisions(session.actor(who), article(session, name), page),
                        found -> String.valueOf(view(session, found))));
    }

    private static Step upload(Draw draw) {
        Who who = draw.dice().asEditor();
        String text = draw.dice().of("eins", "zwei", "drei");
        return new Step(who, "upload picture " + text, model -> model.knowledge.upload(who, text), session -> {
            Asset asset = editor(session)
                    .upload(session.actor(who), new UploadAsset("bild.txt", "text/plain"), Session.bytes(text));
            return Lines.of(session.seen(asset), asset.size());
        });
    }

    private static Step createCategory(Draw draw) {
        Who who = draw.dice().asEditor();
        String parent = draw.dice().anyOrNone("k");
        String key = draw.dice().of("kfz", "haus", "leben");
        String once = draw.dice().key();
        return new Step(
                who,
                "create category " + key + " in " + parent + " once " + once,
                model -> model.knowledge.categories.create(who, parent, key, once),
                session -> view(
                        session,
                        session.blocks()
                                .knowledge()
                                .categoryEditor()
                                .create(
                                        session.actor(who),
                                        new CreateCategory(
                                                session.idOrNone(parent, CategoryId::of),
                                                key,
                                                LocalizedText.german(key),
                                                Session.key(once)))));
    }

    private static Step renameCategory(Draw draw) {
        Who who = draw.dice().asEditor();
        String name = draw.dice().any("k");
        String title = draw.dice().of("Auto", "Haus");
        Long expected =
                draw.dice().expecting(draw.model(who).knowledge.categories.version(name));
        return new Step(
                who,
                "rename " + name + " " + title + " at " + expected,
                model -> model.knowledge.categories.rename(who, name, title, expected),
                session -> view(
                        session,
                        session.blocks()
                                .knowledge()
                                .categoryEditor()
                                .rename(
                                        session.actor(who),
                                        new RenameCategory(
                                                CategoryId.of(session.id(name)),
                                                LocalizedText.german(title),
                                                expected))));
    }

    private static Step moveCategory(Draw draw) {
        Who who = draw.dice().asEditor();
        String name = draw.dice().any("k");
        String target = draw.dice().anyOrNone("k");
        Long expected =
                draw.dice().expecting(draw.model(who).knowledge.categories.version(name));
        return new Step(
                who,
                "move category " + name + " into " + target + " at " + expected,
                model -> model.knowledge.categories.move(who, name, target, expected),
                session -> view(
                        session,
                        session.blocks()
                                .knowledge()
                                .categoryEditor()
                                .move(
                                        session.actor(who),
                                        new MoveCategory(
                                                CategoryId.of(session.id(name)),
                                                session.idOrNone(target, CategoryId::of),
                                                expected))));
    }

    private static Step removeCategory(Draw draw) {
        Who who = draw.dice().asEditor();
        String name = draw.dice().any("k");
        Long expected =
                draw.dice().expecting(draw.model(who).knowledge.categories.version(name));
        return new Step(
                who,
                "remove category " + name + " at " + expected,
                model -> model.knowledge.categories.remove(who, name, expected),
                session -> {
                    session.blocks()
                            .knowledge()
                            .categoryEditor()
                            .remove(session.actor(who), new RemoveCategory(CategoryId.of(session.id(name)), expected));
                    return "gone";
                });
    }

    private static Step listCategories(Draw draw) {
        Who who = draw.dice().asEditor();
        return new Step(
                who,
                "list all categories",
                model -> model.knowledge.categories.list(who),
                session -> Lines.list(session.blocks().knowledge().categoryEditor().list(session.actor(who)).stream()
                        .map(found -> view(session, found))
                        .toList()));
    }

    static String view(Session session, Category found) {
        CategoryId parent = found.parent();
        return Lines.of(
                session.made("k", found.id().value()),
                parent == null ? null : session.name(parent.value()),
                found.key(),
                String.join(",", found.name().texts().values()),
                found.version());
    }

    private static @Nullable String view(Session session, @Nullable Revision<ArticleContent> revision) {
        return revision == null
                ? null
                : Lines.of(revision.number(), Contents.of(session, revision.content()), revision.publishedAt());
    }

    private static String view(Session session, EditedArticle found) {
        return Lines.of(
                session.made("a", found.id().value()),
                found.state(),
                Contents.of(session, found.draft()),
                view(session, found.published()),
                found.version(),
                found.changedAt());
    }
}
