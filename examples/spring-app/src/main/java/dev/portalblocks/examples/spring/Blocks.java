// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.spring;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.jdbc.JdbcTeamDirectory;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.*;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.messaging.jdbc.JdbcMessagingStorage;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.*;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.*;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.scheduling.annotation.*;

/** Composes the portal once, on the application's own {@code DataSource}. */
@Configuration
@EnableScheduling
class Blocks {
    static final TenantId TENANT = TenantId.of("acme");

    @Bean
    Database database(DataSource source) {
        // records of denials stay when Spring rolls back: a connection of its own for each; where they are many, a pool of two
        DataSource apart = DataSourceBuilder.derivedFrom(source).type(SimpleDriverDataSource.class).build();
        Database db = Database.on(source).inSchema("portal").apartThrough(apart);
        Schemas.migrate(db, JdbcCoreStorage.SCHEMA, JdbcMessagingStorage.SCHEMA, JdbcKnowledgeStorage.SCHEMA);
        db.write(tx -> new JdbcTeamDirectory(db).put(tx, TENANT, "vertrag", Set.of("sabine")));
        return db;
    }

    @Bean
    Portal portal(Database db) {
        return Portal.of(db);
    }

    @Bean
    Inbox inbox(Portal portal, Database db) {
        return Inbox.of(portal, JdbcMessagingStorage.on(db));
    }

    @Bean
    KnowledgeBase knowledge(Portal portal, Database db) {
        return KnowledgeBase.of(portal, JdbcKnowledgeStorage.on(db));
    }

    @Bean
    LuceneSearchIndex index() {
        return LuceneSearchIndex.inMemory(); // made anew at each start, from the database
    }

    @Bean
    Search search(Portal portal, LuceneSearchIndex index, KnowledgeBase knowledge) {
        return Search.of(portal, index, knowledge.searchSource());
    }

    /** Asks for the blocks, so that their tasks are known; Spring logs what a task throws, and calls it again. */
    @Bean
    SchedulingConfigurer tasks(Portal portal, Inbox inbox, Search search) {
        return tasks -> portal.maintenance().forEach(task -> tasks.addFixedDelayTask(task.work(), task.every()));
    }

    @Bean
    HealthIndicator portalHealth(Portal portal) {
        return () -> {
            var health = portal.health();
            return Health.status(health.status().name()).withDetails(health.parts()).build();
        };
    }
}
