// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ConfirmTranslation;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.KeepArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.RestoreRevision;
import dev.portalblocks.kb.model.ReturnArticle;
import dev.portalblocks.kb.model.SubmitArticle;
import java.util.Map;

/** The writes of the knowledge base that name a version. */
final class ArticleWrites {
    private ArticleWrites() {}

    /** Returns each by the name of its command. */
    static Map<String, StaleVersionsTest.Write> of(SampleWorld world) {
        var editor = world.portal.knowledge.editor();
        var workflow = world.portal.knowledge.workflow();
        return Map.of(
                "EditArticle",
                (target, version) -> editor.edit(
                        world.program(),
                        EditArticle.of(target.articles().draft(), SampleArticles.article("Anders"))
                                .expecting(version)),
                "PublishArticle",
                (target, version) -> editor.publish(
                        world.program(),
                        PublishArticle.of(target.articles().draft()).expecting(version)),
                "ArchiveArticle",
                (target, version) -> editor.archive(
                        world.program(),
                        ArchiveArticle.of(target.articles().published()).expecting(version)),
                "SubmitArticle",
                (target, version) -> workflow.submit(
                        world.program(),
                        SubmitArticle.of(target.articles().draft(), LanguageTag.GERMAN)
                                .expecting(version)),
                "ReturnArticle",
                (target, version) -> workflow.sendBack(
                        world.program(),
                        ReturnArticle.of(target.articles().inWork(), "Anders", LanguageTag.GERMAN)
                                .expecting(version)),
                "ConfirmTranslation",
                (target, version) -> workflow.confirm(
                        world.program(),
                        ConfirmTranslation.of(target.articles().inWork(), LanguageTag.ENGLISH)
                                .expecting(version)),
                "RestoreRevision",
                (target, version) -> workflow.restore(
                        world.program(),
                        RestoreRevision.of(target.articles().inWork(), 1).expecting(version)),
                "KeepArticle",
                (target, version) -> workflow.keep(
                        world.program(),
                        KeepArticle.of(target.articles().inWork()).expecting(version)));
    }
}
