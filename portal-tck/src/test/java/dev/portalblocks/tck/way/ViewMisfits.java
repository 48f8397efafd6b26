// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CountViews;
import dev.portalblocks.kb.model.RecordView;
import dev.portalblocks.kb.model.ViewPeriod;
import java.time.LocalDate;
import java.util.List;

/** Commands about views of articles that break one rule each. */
final class ViewMisfits {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);

    private ViewMisfits() {}

    static List<Misfit> all() {
        return List.of(
                recorded("article", "not-null", RecordView.of(null)),
                recorded("visitor", "size", RecordView.of(article()).by("")),
                recorded("visitor", "size", RecordView.of(article()).by(Misfit.text(RecordView.MAX_VISITOR + 1))),
                recorded("visitor", "pattern", RecordView.of(article()).by("a\u0000b")),
                counted("CountViews.article", "article", new CountViews(null, ViewPeriod.of(DAY))),
                counted("CountViews.period", "period", new CountViews(article(), null)),
                counted("ViewPeriod.first", "period.first", new CountViews(article(), new ViewPeriod(null, DAY))),
                counted("ViewPeriod.last", "period.last", new CountViews(article(), new ViewPeriod(DAY, null))),
                listed("first", new ViewPeriod(null, DAY)),
                listed("last", new ViewPeriod(DAY, null)));
    }

    /** Whichever: the command is refused before anybody looks for it. */
    private static ArticleId article() {
        return Target.absent().articles().published();
    }

    private static Misfit recorded(String field, String code, RecordView command) {
        return new Misfit("RecordView." + field, field, code, (portal, actor, target) -> {
            portal.knowledge.views().record(actor, command);
            return true;
        });
    }

    private static Misfit counted(String field, String path, CountViews command) {
        return new Misfit(
                field,
                path,
                "not-null",
                (portal, actor, target) -> portal.knowledge.views().counts(actor, command) != null);
    }

    private static Misfit listed(String path, ViewPeriod period) {
        return new Misfit(
                "ViewPeriod." + path,
                path,
                "not-null",
                (portal, actor, target) -> portal.knowledge.views().most(actor, period, PageRequest.first(1)) != null);
    }
}
