// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks.search.speed;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.Synonyms;
import dev.portalblocks.search.jdbc.JdbcSynonymStorage;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.AddSynonymRule;
import dev.portalblocks.search.model.SynonymTerms;
import java.nio.file.Files;
import java.nio.file.Path;

/** A portal with articles in an H2 database in a folder, and its search. */
final class StoredArticles implements AutoCloseable {
    static final TenantId TENANT = TenantId.of("acme");
    static final Actor PROGRAM = Actor.system(TENANT, "search");
    static final Actor EDITOR = Actor.agent(TENANT, "lena", "editor");
    /** Sees what is for everybody and for customers, and not what is for partners. */
    static final Actor READER = Actor.customer(TENANT, CustomerId.of("4711"));

    private final HikariDataSource pool;
    private final Portal portal;
    private final KnowledgeBase knowledge;
    private final LuceneSearchIndex index;
    private final Search search;

    private StoredArticles(Path folder, GeneratedArticles texts, int count) {
        boolean isNew = !Files.exists(folder.resolve("portal.mv.db"));
        HikariConfig config = new HikariConfig();
        // without retention, as H2 keeps for 45 seconds what each of very many commits has replaced: gigabytes
        config.setJdbcUrl(
                "jdbc:h2:file:" + folder.toAbsolutePath().resolve("portal") + ";CACHE_SIZE=16384;RETENTION_TIME=0");
        config.setMaximumPoolSize(8);
        pool = new HikariDataSource(config);
        Database db = Database.on(pool);
        Schemas.migrate(db, JdbcCoreStorage.SCHEMA, JdbcKnowledgeStorage.SCHEMA, JdbcSynonymStorage.SCHEMA);
        portal = Portal.builder(JdbcCoreStorage.on(db)).build();
        knowledge = KnowledgeBase.of(portal, JdbcKnowledgeStorage.on(db));
        Synonyms synonyms = Synonyms.of(portal, JdbcSynonymStorage.on(db));
        index = LuceneSearchIndex.in(folder.resolve("index"));
        search = Search.of(portal, index, synonyms, knowledge.searchSource());
        if (isNew) {
            fill(texts, synonyms, count);
        }
    }

    /** Opens those in a folder; where there are none, so many are brought in first. */
    static StoredArticles in(Path folder, GeneratedArticles texts, int count) {
        return new StoredArticles(folder, texts, count);
    }

    private void fill(GeneratedArticles texts, Synonyms synonyms, int count) {
        for (String[] pair : new String[][] {
            {"Police", "Versicherungsschein"}, {"Abo", "Vertrag"}, {"Login", "Anmeldung"}, {"Ausweis", "Karte"}
        }) {
            synonyms.add(EDITOR, AddSynonymRule.of(SynonymTerms.of(LanguageTag.GERMAN, pair)));
        }
        for (int number = 0; number < count; number++) {
            knowledge.intake().put(PROGRAM, texts.article(number));
            if ((number + 1) % 10_000 == 0) {
                System.out.printf("%,d articles were brought in%n", number + 1);
            }
        }
    }

    KnowledgeBase knowledge() {
        return knowledge;
    }

    LuceneSearchIndex index() {
        return index;
    }

    Search search() {
        return search;
    }

    @Override
    public void close() {
        index.close();
        portal.close();
        pool.close();
    }
}
