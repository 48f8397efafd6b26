// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSlug;
import dev.portalblocks.kb.model.AssignArticle;
import dev.portalblocks.kb.model.CompareContents;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.kb.model.RelateArticle;
import dev.portalblocks.kb.model.ReleaseSlug;
import dev.portalblocks.kb.model.RenameArticle;
import java.util.List;
import java.util.stream.Stream;

/** How to call what is about an article beside its texts. */
final class CareInvokers {
    private static final PageRequest PAGE = PageRequest.first(100);

    private CareInvokers() {}

    static List<Invoker> all() {
        return Stream.of(reading(), listing(), changing()).flatMap(List::stream).toList();
    }

    private static List<Invoker> reading() {
        return List.of(
                new Invoker(
                        "KnowledgeBase.readBySlug(Actor, LanguageTag, String)",
                        "kb.article.read-by-slug",
                        (portal, actor, target) -> portal.knowledge
                                .readBySlug(
                                        actor,
                                        LanguageTag.GERMAN,
                                        SampleArticles.slug(target.articles().published()))
                                .id()
                                .equals(target.articles().published())),
                new Invoker(
                        "KnowledgeBase.related(Actor, ArticleId, LanguageTag)",
                        "kb.article.related",
                        (portal, actor, target) -> !portal.knowledge
                                .related(actor, target.articles().published(), null)
                                .isEmpty()));
    }

    private static List<Invoker> listing() {
        return List.of(
                new Invoker(
                        "KnowledgeEditor.compare(Actor, CompareContents)",
                        "kb.article.compare",
                        (portal, actor, target) -> portal.knowledge
                                .editor()
                                .compare(
                                        actor,
                                        CompareContents.withDraft(
                                                target.articles().inWork(), 1))
                                .texts()
                                .containsKey(LanguageTag.GERMAN)),
                new Invoker(
                        "ArticleCare.slugs(Actor, ArticleId)",
                        "kb.article.slugs",
                        (portal, actor, target) ->
                                portal
                                        .knowledge
                                        .care()
                                        .slugs(actor, target.articles().draft())
                                        .stream()
                                        .map(ArticleSlug::slug)
                                        .anyMatch(SampleArticles.slug(
                                                target.articles().draft())::equals)),
                new Invoker(
                        "ArticleCare.owned(Actor, String, PageRequest)",
                        "kb.article.list-owned",
                        (portal, actor, target) -> isAmong(
                                target.articles().draft(),
                                portal.knowledge
                                        .care()
                                        .owned(actor, SampleArticles.OWNER, PAGE)
                                        .items())),
                new Invoker(
                        "ArticleCare.due(Actor, LocalDate, String, PageRequest)",
                        "kb.article.list-due",
                        (portal, actor, target) -> isAmong(
                                target.articles().draft(),
                                portal.knowledge
                                        .care()
                                        .due(actor, SampleArticles.DUE, SampleArticles.OWNER, PAGE)
                                        .items())),
                new Invoker(
                        "ArticleCare.coverage(Actor)",
                        "kb.article.coverage",
                        (portal, actor, target) -> portal.knowledge.care().coverage(actor).stream()
                                .anyMatch(count -> count.language().equals(LanguageTag.GERMAN))),
                new Invoker(
                        "ArticleCare.untranslated(Actor, LanguageTag, PageRequest)",
                        "kb.article.list-untranslated",
                        (portal, actor, target) -> isAmong(
                                target.articles().published(),
                                portal.knowledge
                                        .care()
                                        .untranslated(actor, LanguageTag.ENGLISH, PAGE)
                                        .items())));
    }

    private static boolean isAmong(ArticleId article, List<EditedArticle> all) {
        return all.stream().anyMatch(each -> each.id().equals(article));
    }

    private static List<Invoker> changing() {
        return List.of(
                new Invoker(
                        "ArticleCare.assign(Actor, AssignArticle)",
                        "kb.article.assign",
                        (portal, actor, target) -> "anders"
                                .equals(portal.knowledge
                                        .care()
                                        .assign(
                                                actor,
                                                AssignArticle.of(
                                                        target.articles().published(), "anders", SampleArticles.DUE))
                                        .settings()
                                        .owner())),
                new Invoker(
                        "ArticleCare.relate(Actor, RelateArticle)",
                        "kb.article.relate",
                        (portal, actor, target) -> portal.knowledge
                                .care()
                                .relate(
                                        actor,
                                        RelateArticle.of(
                                                target.articles().published(),
                                                target.articles().draft()))
                                .settings()
                                .related()
                                .contains(target.articles().draft())),
                new Invoker(
                        "ArticleCare.rename(Actor, RenameArticle)",
                        "kb.article.rename",
                        (portal, actor, target) -> portal.knowledge
                                .care()
                                .rename(
                                        actor,
                                        RenameArticle.of(
                                                target.articles().published(), LanguageTag.GERMAN, "hagelsturm"))
                                .settings()
                                .slugs()
                                .containsValue("hagelsturm")),
                new Invoker(
                        "ArticleCare.release(Actor, ReleaseSlug)",
                        "kb.article.release-slug",
                        (portal, actor, target) -> portal.knowledge
                                .care()
                                .release(
                                        actor,
                                        ReleaseSlug.of(
                                                target.articles().published(),
                                                LanguageTag.GERMAN,
                                                SampleArticles.oldSlug(
                                                        target.articles().published())))
                                .id()
                                .equals(target.articles().published())));
    }
}
