// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.ArticleCare;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.AssignArticle;
import dev.portalblocks.kb.model.CompareContents;
import dev.portalblocks.kb.model.RelateArticle;
import dev.portalblocks.kb.model.ReleaseSlug;
import dev.portalblocks.kb.model.RenameArticle;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands about an article beside its texts that break one rule each. */
final class CareMisfits {
    private static final LanguageTag GERMAN = LanguageTag.GERMAN;

    private CareMisfits() {}

    static List<Misfit> all() {
        return List.of(
                compared("article", "not-null", new CompareContents(null, 1L, 2L)),
                compared("first", "positive", new CompareContents(draft(), 0L, 2L)),
                compared("second", "positive", new CompareContents(draft(), 1L, -1L)),
                assigned("article", "not-null", null, "lena"),
                assigned("owner", "size", draft(), ""),
                assigned("owner", "size", draft(), Misfit.text(101)),
                assigned("owner", "pattern", draft(), "le\nna"),
                related("article", "not-null", null, List.of(draft())),
                related("related", "size", draft(), Collections.nCopies(21, draft())),
                renamed("article", "not-null", new RenameArticle(null, GERMAN, "hagel", null)),
                renamed("language", "not-null", new RenameArticle(draft(), null, "hagel", null)),
                renamed("slug", "not-null", new RenameArticle(draft(), GERMAN, null, null)),
                renamed("slug", "size", new RenameArticle(draft(), GERMAN, "x".repeat(101), null)),
                renamed("slug", "pattern", new RenameArticle(draft(), GERMAN, "Hagel Schaden", null)),
                released("article", "not-null", new ReleaseSlug(null, GERMAN, "hagel", null)),
                released("language", "not-null", new ReleaseSlug(draft(), null, "hagel", null)),
                released("slug", "not-null", new ReleaseSlug(draft(), GERMAN, null, null)),
                released("slug", "size", new ReleaseSlug(draft(), GERMAN, "x".repeat(101), null)));
    }

    /** Whichever: the command is refused before anybody looks for it. */
    private static ArticleId draft() {
        return Target.absent().articles().draft();
    }

    private interface Use {
        Object of(ArticleCare care, Actor actor);
    }

    private static Misfit of(String field, String code, Use use) {
        String path = field.substring(field.indexOf('.') + 1);
        return new Misfit(field, path, code, (portal, actor, target) -> use.of(portal.knowledge.care(), actor) != null);
    }

    private static Misfit compared(String field, String code, CompareContents command) {
        return new Misfit(
                "CompareContents." + field,
                field,
                code,
                (portal, actor, target) -> portal.knowledge.editor().compare(actor, command) != null);
    }

    private static Misfit assigned(String field, String code, @Nullable ArticleId article, @Nullable String owner) {
        return of(
                "AssignArticle." + field,
                code,
                (care, actor) -> care.assign(actor, new AssignArticle(article, owner, null, null)));
    }

    private static Misfit related(String field, String code, @Nullable ArticleId article, List<ArticleId> related) {
        return of(
                "RelateArticle." + field,
                code,
                (care, actor) -> care.relate(actor, new RelateArticle(article, related, null)));
    }

    private static Misfit renamed(String field, String code, RenameArticle command) {
        return of("RenameArticle." + field, code, (care, actor) -> care.rename(actor, command));
    }

    private static Misfit released(String field, String code, ReleaseSlug command) {
        return of("ReleaseSlug." + field, code, (care, actor) -> care.release(actor, command));
    }
}
