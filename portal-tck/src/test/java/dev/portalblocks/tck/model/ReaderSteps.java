// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.KnowledgeIntake;
import dev.portalblocks.kb.model.Article;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.ImportArticle;
import dev.portalblocks.kb.model.ImportOutcome;
import dev.portalblocks.kb.model.SourceKey;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Steps of the knowledge base's readers, and of imports. */
final class ReaderSteps {
    static final List<Function<Draw, Step>> ALL = List.of(
            ReaderSteps::read,
            ReaderSteps::list,
            ReaderSteps::categories,
            ReaderSteps::openAsset,
            ReaderSteps::put,
            ReaderSteps::put,
            ReaderSteps::withdraw,
            ReaderSteps::imported);

    private ReaderSteps() {}

    private static KnowledgeBase base(Session session) {
        return session.blocks().knowledge();
    }

    private static @Nullable String language(Draw draw) {
        return draw.dice().chance(40) ? null : draw.dice().of("de", "en", "fr");
    }

    private static Step read(Draw draw) {
        Who who = draw.dice().asReader();
        String name = draw.dice().any("a");
        String language = language(draw);
        return new Step(
                who,
                "read " + name + " in " + language,
                model -> model.knowledge.read(who, name, language),
                session -> view(
                        session,
                        base(session)
                                .read(
                                        session.actor(who),
                                        ArticleId.of(session.id(name)),
                                        Contents.language(language))));
    }

    private static Step list(Draw draw) {
        Who who = draw.dice().asReader();
        String category = draw.dice().anyOrNone("k");
        String language = language(draw);
        int size = draw.dice().upTo(3);
        return new Step(
                who,
                "list articles of " + category + " in " + language,
                model -> model.knowledge.list(who, category, language),
                session -> Session.pages(
                        size,
                        page -> base(session)
                                .list(
                                        session.actor(who),
                                        session.idOrNone(category, CategoryId::of),
                                        Contents.language(language),
                                        page),
                        found -> Lines.of(session.name(found.id().value()), found.language(), found.title())));
    }

    private static Step categories(Draw draw) {
        Who who = draw.dice().asReader();
        String language = language(draw);
        return new Step(
                who,
                "list categories in " + language,
                model -> model.knowledge.categories(who, language),
                session -> Lines.list(base(session).categories(session.actor(who), Contents.language(language)).stream()
                        .map(found -> Lines.of(
                                session.name(found.id().value()),
                                found.parent() == null
                                        ? null
                                        : session.name(found.parent().value()),
                                found.language(),
                                found.name(),
                                found.articles()))
                        .toList()));
    }

    private static Step openAsset(Draw draw) {
        Who who = draw.dice().asReader();
        String[] wanted = draw.pair(
                draw.model(who).knowledge.linked(),
                draw.dice().any("a") + " " + draw.dice().any("p"));
        String name = wanted[0];
        String asset = wanted[1];
        return new Step(
                who,
                "open " + asset + " of " + name,
                model -> model.knowledge.openAsset(who, name, asset),
                session -> Session.text(
                        base(session).openAsset(session.actor(who), ArticleId.of(session.id(name)), asset + ".png")));
    }

    private static Step put(Draw draw) {
        Who who = draw.dice().asEditor();
        String path = draw.dice().of("a.md", "b/c.md", "Ä.md");
        List<String> keys = draw.dice().of(List.of(), List.of("kfz"), List.of("kfz", "hagel"));
        List<String> assets =
                draw.dice().chance(80) ? List.of() : List.of(draw.dice().any("p"));
        Content content = new Content(
                "de", Map.of("de", "I" + draw.dice().upTo(3)), draw.content().audiences(), java.util.Set.of(), assets);
        return new Step(
                who,
                "import " + path + " under " + keys + " " + content,
                model -> model.knowledge.put(who, path, keys, content),
                session -> {
                    ImportOutcome outcome = intake(session)
                            .put(
                                    session.actor(who),
                                    new ImportArticle(source(path), keys, Contents.article(session, content)));
                    see(session, who);
                    return outcome.name();
                });
    }

    /** What an import has made by the way has a name from now on. */
    private static void see(Session session, Who who) {
        base(session)
                .categoryEditor()
                .list(session.program(who))
                .forEach(found -> session.made("k", found.id().value()));
        intake(session)
                .list(session.program(who), "tree", PageRequest.first(50))
                .items()
                .forEach(found -> session.made("a", found.id().value()));
    }

    private static Step withdraw(Draw draw) {
        Who who = draw.dice().asEditor();
        String path = draw.dice().of("a.md", "b/c.md", "Ä.md");
        return new Step(who, "withdraw " + path, model -> model.knowledge.withdraw(who, path), session -> {
            intake(session).withdraw(session.actor(who), source(path));
            return "gone";
        });
    }

    private static Step imported(Draw draw) {
        Who who = draw.dice().asEditor();
        int size = draw.dice().upTo(2);
        return new Step(
                who,
                "list imported",
                model -> model.knowledge.imported(who),
                session -> Session.pages(
                        size,
                        page -> intake(session).list(session.actor(who), "tree", page),
                        found -> Lines.of(
                                session.name(found.id().value()), found.source().path(), found.state())));
    }

    private static KnowledgeIntake intake(Session session) {
        return base(session).intake();
    }

    private static SourceKey source(String path) {
        return new SourceKey("tree", path);
    }

    private static String view(Session session, Article found) {
        return Lines.of(
                session.name(found.id().value()),
                found.language(),
                Contents.languages(found.languages()),
                Contents.intact(found.text().title(), found.text().body()),
                Contents.names(session, found.categories()),
                Contents.names(session, found.assets()),
                found.revision(),
                found.publishedAt());
    }
}
