// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ConfirmTranslation;
import dev.portalblocks.kb.model.KeepArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.RestoreRevision;
import dev.portalblocks.kb.model.ReturnArticle;
import dev.portalblocks.kb.model.SubmitArticle;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Commands about an article's way that break one rule each. */
final class WorkflowMisfits {
    private static final Set<LanguageTag> GERMAN = Set.of(LanguageTag.GERMAN);

    private WorkflowMisfits() {}

    static List<Misfit> all() {
        return List.of(
                published("languages", Set.of()),
                published("languages", tooMany()),
                archived("languages", Set.of()),
                archived("languages", tooMany()),
                kept("article", "not-null", null, null),
                kept("languages", "size", draft(), Set.of()),
                kept("languages", "size", draft(), tooMany()),
                submitted("article", "not-null", null, GERMAN),
                submitted("languages", "not-empty", draft(), Set.of()),
                submitted("languages", "size", draft(), tooMany()),
                returned("article", "not-null", new ReturnArticle(null, GERMAN, null, null)),
                returned("languages", "not-empty", new ReturnArticle(draft(), Set.of(), null, null)),
                returned("languages", "size", new ReturnArticle(draft(), tooMany(), null, null)),
                returned("note", "size", new ReturnArticle(draft(), GERMAN, Misfit.text(2_001), null)),
                returned("note", "pattern", new ReturnArticle(draft(), GERMAN, "a\u0000b", null)),
                of(
                        "ConfirmTranslation.article",
                        "not-null",
                        (knowledge, actor) ->
                                knowledge.workflow().confirm(actor, ConfirmTranslation.of(null, LanguageTag.ENGLISH))),
                of(
                        "ConfirmTranslation.language",
                        "not-null",
                        (knowledge, actor) ->
                                knowledge.workflow().confirm(actor, ConfirmTranslation.of(draft(), null))),
                of(
                        "RestoreRevision.article",
                        "not-null",
                        (knowledge, actor) -> knowledge.workflow().restore(actor, RestoreRevision.of(null, 1))),
                of(
                        "RestoreRevision.revision",
                        "positive",
                        (knowledge, actor) -> knowledge.workflow().restore(actor, RestoreRevision.of(draft(), 0))));
    }

    /** Whichever: the command is refused before anybody looks for it. */
    private static ArticleId draft() {
        return Target.absent().articles().draft();
    }

    private static Set<LanguageTag> tooMany() {
        return IntStream.range(0, 51)
                .mapToObj(i -> LanguageTag.of("de-x-a" + i))
                .collect(Collectors.toSet());
    }

    private interface Use {
        Object of(KnowledgeBase knowledge, Actor actor);
    }

    private static Misfit of(String field, String code, Use use) {
        String path = field.substring(field.indexOf('.') + 1);
        return new Misfit(field, path, code, (portal, actor, target) -> use.of(portal.knowledge, actor) != null);
    }

    private static Misfit published(String field, Set<LanguageTag> languages) {
        return of(
                "PublishArticle." + field,
                "size",
                (knowledge, actor) ->
                        knowledge.editor().publish(actor, new PublishArticle(draft(), languages, null, null, null)));
    }

    private static Misfit archived(String field, Set<LanguageTag> languages) {
        return of(
                "ArchiveArticle." + field,
                "size",
                (knowledge, actor) ->
                        knowledge.editor().archive(actor, new ArchiveArticle(draft(), languages, null, null)));
    }

    private static Misfit kept(
            String field, String code, @Nullable ArticleId article, @Nullable Set<LanguageTag> languages) {
        return of(
                "KeepArticle." + field,
                code,
                (knowledge, actor) -> knowledge.workflow().keep(actor, new KeepArticle(article, languages, null)));
    }

    private static Misfit submitted(
            String field, String code, @Nullable ArticleId article, Set<LanguageTag> languages) {
        return of(
                "SubmitArticle." + field,
                code,
                (knowledge, actor) -> knowledge.workflow().submit(actor, new SubmitArticle(article, languages, null)));
    }

    private static Misfit returned(String field, String code, ReturnArticle command) {
        return of(
                "ReturnArticle." + field,
                code,
                (knowledge, actor) -> knowledge.workflow().sendBack(actor, command));
    }
}
