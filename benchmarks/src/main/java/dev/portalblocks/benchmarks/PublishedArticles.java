// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Json;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.PublishArticle;
import java.util.ArrayList;
import java.util.List;

/** A portal with a thousand articles of about 3,000 characters each, cached and not. */
final class PublishedArticles implements AutoCloseable {
    static final TenantId TENANT = TenantId.of("acme");
    static final int ARTICLES = 1_000;
    static final List<Actor> READERS = List.of(
            Actor.customer(TENANT, CustomerId.of("4711")),
            Actor.agent(TENANT, "bert", "broker"),
            Actor.anonymous(TENANT),
            Actor.customer(TENANT, CustomerId.of("4712")));
    private static final Actor LENA = Actor.agent(TENANT, "lena", "editor");
    private static final String PARAGRAPH =
            "Wer einen Hagelschaden am Dach meldet, bekommt innerhalb von zwei Werktagen eine Antwort. ";

    final List<ArticleId> articles = new ArrayList<>();
    final Engine database;
    final PlainTransactions transactions;
    final Json json;
    private final Portal portal;
    private final Portal other;
    final KnowledgeBase knowledge;
    final KnowledgeBase plain;

    PublishedArticles(String engine, boolean isOnlyWriter) {
        database = Engine.named(engine);
        transactions = new PlainTransactions(database.source(), database.isPostgres());
        Database db = Database.on(database.source());
        json = db.json();
        Schemas.migrate(db, JdbcCoreStorage.SCHEMA, JdbcKnowledgeStorage.SCHEMA);
        portal = Portal.of(db);
        other = Portal.of(db);
        KnowledgeBase.Builder builder = KnowledgeBase.builder(portal, JdbcKnowledgeStorage.on(db));
        knowledge = (isOnlyWriter ? builder.cachedOnOneNode(2 * ARTICLES) : builder.cachedOnSeveralNodes(2 * ARTICLES))
                .build();
        plain = KnowledgeBase.of(other, JdbcKnowledgeStorage.on(db));
        for (int i = 0; i < ARTICLES; i++) {
            ArticleContent content = ArticleContent.of(LanguageTag.GERMAN, "Artikel " + i, PARAGRAPH.repeat(33))
                    .forAudiences(Audience.SIGNED_IN);
            ArticleId id =
                    knowledge.editor().create(LENA, CreateArticle.of(content)).id();
            knowledge.editor().publish(LENA, PublishArticle.of(id));
            articles.add(id);
        }
    }

    /** Returns whose turn it is; the next time that an article comes it is another's. */
    static Actor reader(int next) {
        return READERS.get((next + next / ARTICLES) % READERS.size());
    }

    Object read(KnowledgeBase from, int next) {
        try {
            return from.read(reader(next), articles.get(next % ARTICLES), null);
        } catch (PortalException.NotFound e) {
            return e;
        }
    }

    @Override
    public void close() {
        other.close();
        portal.close();
        database.close();
    }
}
