// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.kb.ArticleViews;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.AskForNeedy;
import dev.portalblocks.kb.model.CountViews;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.HealthMeasures;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.model.RecordView;
import dev.portalblocks.kb.model.ViewPeriod;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What it takes to count who sees an article, and to see it. */
final class ViewStatements {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Actor LENA = Actor.agent(ACME, "lena", "editor");
    private static final ViewPeriod EVER = new ViewPeriod(LocalDate.MIN, LocalDate.MAX);

    private ViewStatements() {}

    static Map<String, List<String>> of(Database db, StatementLog log) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        try (Portal portal = Portal.of(db)) {
            KnowledgeBase knowledge = KnowledgeBase.of(portal, JdbcKnowledgeStorage.on(db));
            ArticleId article = knowledge
                    .editor()
                    .create(LENA, CreateArticle.of(ArticleContent.of(LanguageTag.GERMAN, "Sturm", "Melden.")))
                    .id();
            knowledge.editor().publish(LENA, PublishArticle.of(article));
            ArticleViews views = knowledge.views();
            log.takeAll();

            views.record(customer("4711"), RecordView.of(article));
            found.put("kb.views.record by the first of a day", log.takeAll());
            views.record(customer("4712"), RecordView.of(article));
            found.put("kb.views.record", log.takeAll());
            views.record(customer("4712"), RecordView.of(article));
            found.put("kb.views.record of the same", log.takeAll());
            views.counts(LENA, new CountViews(article, EVER));
            found.put("kb.views.count", log.takeAll());
            views.most(LENA, EVER, PageRequest.first(20));
            found.put("kb.views.most", log.takeAll());
            knowledge.health().owners(LENA, HealthMeasures.usual().unseenFor(90));
            found.put("kb.health.owners", log.takeAll());
            knowledge
                    .health()
                    .needy(LENA, AskForNeedy.ofAll(HealthMeasures.usual().unseenFor(90)), PageRequest.first(20));
            found.put("kb.health.needy", log.takeAll());
            views.keep(Actor.system(ACME, "program"));
            found.put("kb.views.keep with nothing", log.takeAll());
        }
        return found;
    }

    private static Actor customer(String number) {
        return Actor.customer(ACME, CustomerId.of(number));
    }
}
