// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.ArticleCare;
import dev.portalblocks.kb.model.AssignArticle;
import dev.portalblocks.kb.model.RelateArticle;
import dev.portalblocks.kb.model.ReleaseSlug;
import dev.portalblocks.kb.model.RenameArticle;
import java.util.Map;

/** Writes about an article beside its texts that name a version. */
final class CareWrites {
    private CareWrites() {}

    static Map<String, StaleVersionsTest.Write> of(SampleWorld world) {
        ArticleCare care = world.portal.knowledge.care();
        return Map.of(
                "AssignArticle",
                (target, version) -> care.assign(
                        world.program(),
                        AssignArticle.of(target.articles().published(), "anders", null)
                                .expecting(version)),
                "RelateArticle",
                (target, version) -> care.relate(
                        world.program(),
                        RelateArticle.of(
                                        target.articles().published(),
                                        target.articles().draft())
                                .expecting(version)),
                "RenameArticle",
                (target, version) -> care.rename(
                        world.program(),
                        RenameArticle.of(target.articles().published(), LanguageTag.GERMAN, "anders")
                                .expecting(version)),
                "ReleaseSlug",
                (target, version) -> care.release(
                        world.program(),
                        ReleaseSlug.of(
                                        target.articles().published(),
                                        LanguageTag.GERMAN,
                                        SampleArticles.oldSlug(target.articles().published()))
                                .expecting(version)));
    }
}
