// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.portalblocks.core.BlockContribution;
import dev.portalblocks.core.HealthCheck;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.event.Delivery;
import dev.portalblocks.core.event.EventBatch;
import dev.portalblocks.core.event.EventSubscriber;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.LogReader;
import dev.portalblocks.core.event.RelayTerms;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Health;
import dev.portalblocks.core.model.Health.Finding;
import dev.portalblocks.core.model.Health.Status;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.EventRelay;
import dev.portalblocks.core.operation.LogFollower;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.tck.jdbc.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an operator is told of a portal on a database. */
class HealthOnDatabaseTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final CustomerId ERIKAS = CustomerId.of("4711");

    private Instant now = Instant.parse("2027-01-04T08:00:00Z");

    /** Committed, and without a place in the log yet, for nobody follows it. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatNobodyFollowsIsSeenToWait(Databases kind) {
        Database db = kind.database();
        try (Portal portal = portal(db)) {
            LogFollower follower = portal.follower(new Beginner());
            portal.register(BlockContribution.of("crm").watchedBy(HealthCheck.ofReader("crm", follower)));
            assertThat(portal.health().status()).isEqualTo(Status.UP);
            change(portal, db);
            now = now.plusSeconds(61);
            assertThat(portal.health().findPart("crm").orElseThrow())
                    .isEqualTo(Finding.behind(
                            "crm.behind", Map.of("tenants", 1L, "behind", 1L, "seconds", 61L, "all", 1L)));
        }
    }

    /** Whether it is served elsewhere is seen in the database; no event tells its time before it has its place. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void aSubscriberIsSeenToWaitAndToStandStill(Databases kind) {
        Database db = kind.database();
        try (Portal here = portal(db);
                Portal elsewhere = portal(db)) {
            here.relay(new Refusing());
            EventRelay relay = elsewhere.relay(new Refusing());
            change(elsewhere, db);
            assertThat(subscriber(here)).isEqualTo(Finding.up(figures(0, 0)));
            now = now.plusSeconds(61);
            assertThat(subscriber(here)).isEqualTo(Finding.behind("relay.crm.behind", figures(0, 61)));
            assertThat(relay.run().stopped()).isEqualTo(1);
            assertThat(subscriber(here)).isEqualTo(Finding.behind("relay.crm.stopped", figures(1, 0)));
        }
    }

    /** What was divided meanwhile, before anybody looked again, is another one. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void anEventWithoutAPlaceWaitsSinceItWasSeenItself(Databases kind) {
        Database db = kind.database();
        try (Portal here = portal(db);
                Portal elsewhere = portal(db)) {
            here.relay(new Refusing());
            EventRelay relay = elsewhere.relay(new Refusing());
            change(elsewhere, db);
            assertThat(subscriber(here)).isEqualTo(Finding.up(figures(0, 0)));
            assertThat(relay.run().stopped()).isEqualTo(1);
            now = now.plusSeconds(61);
            change(here, db, CustomerId.of("4712"));
            assertThat(subscriber(here)).isEqualTo(Finding.behind("relay.crm.stopped", figures(1, 0)));
            now = now.plusSeconds(30);
            assertThat(subscriber(here)).isEqualTo(Finding.behind("relay.crm.stopped", figures(1, 30)));
        }
    }

    /** From the publication to the index. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void theIndexIsBehindUntilItFollows(Databases kind) {
        Database db = kind.database();
        try (LuceneSearchIndex index = LuceneSearchIndex.inMemory();
                Portal portal = portal(db)) {
            KnowledgeBase knowledge = KnowledgeBase.of(portal, JdbcKnowledgeStorage.on(db));
            Search.of(portal, index, knowledge.searchSource());
            knowledge
                    .editor()
                    .create(
                            Actor.agent(ACME, "lena", "editor"),
                            CreateArticle.of(ArticleContent.of(LanguageTag.GERMAN, "Umzug", "Melden.")));
            now = now.plusSeconds(120);
            Health late = portal.health();
            assertThat(late.status()).isEqualTo(Status.BEHIND);
            assertThat(late.findPart("search.index").orElseThrow().code()).isEqualTo("search.index.behind");
            portal.maintenance().forEach(task -> task.work().run());
            assertThat(portal.health().status()).isEqualTo(Status.UP);
        }
    }

    /** And the rest is not asked, which would wait as long once more. */
    @Test
    void anExhaustedPoolIsAnAnswer() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:health");
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(250);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Database db = Database.on(pool);
            Schemas.migrate(db, JdbcCoreStorage.SCHEMA);
            try (Portal portal = portal(db)) {
                portal.register(BlockContribution.of("crm")
                        .watchedBy(HealthCheck.ofReader("crm", portal.follower(new Beginner()))));
                try (Connection taken = pool.getConnection()) {
                    assertThat(taken.isValid(1)).isTrue();
                    Health health = portal.health();
                    assertThat(health.status()).isEqualTo(Status.DOWN);
                    assertThat(health.parts())
                            .containsEntry("storage", Finding.down("storage.exhausted"))
                            .doesNotContainKey("crm");
                }
                assertThat(portal.health().status()).isEqualTo(Status.UP);
                Runnable shutDown = pool::close;
                shutDown.run();
                assertThat(portal.health().findPart("storage")).contains(Finding.down("storage.no-connection"));
            }
        }
    }

    private static Finding subscriber(Portal portal) {
        return portal.health().findPart("relay.crm").orElseThrow();
    }

    private static Map<String, Long> figures(long stopped, long seconds) {
        return Map.of("tenants", 1L, "stopped", stopped, "seconds", seconds, "all", 1L);
    }

    private static void change(Portal portal, Database db) {
        change(portal, db, ERIKAS);
    }

    private static void change(Portal portal, Database db, CustomerId customer) {
        Profiles.of(portal, JdbcProfileStorage.on(db))
                .change(
                        Actor.customer(ACME, customer),
                        ChangeProfile.of(
                                customer,
                                ProfilePatch.builder().givenName("Erika").build()));
    }

    private Portal portal(Database db) {
        return Portal.builder(JdbcCoreStorage.on(db)).clock(() -> now).build();
    }

    /** Gives up at once. */
    private static final class Refusing implements EventSubscriber {
        @Override
        public String name() {
            return "crm";
        }

        @Override
        public RelayTerms terms() {
            return RelayTerms.standard().retrying(1, Duration.ofSeconds(1), Duration.ofSeconds(1));
        }

        @Override
        public void receive(Delivery delivery) {
            throw new IllegalStateException("refused");
        }
    }

    /** Stands at the beginning and never goes on. */
    private static final class Beginner implements LogReader {
        @Override
        public Optional<LogPosition> position(TenantId tenant) {
            return Optional.of(LogPosition.START);
        }

        @Override
        public void take(TenantId tenant, EventBatch batch) {
            throw new AssertionError("Nobody follows");
        }

        @Override
        public void rebuild(TenantId tenant, LogPosition at) {
            throw new AssertionError("Nobody follows");
        }
    }
}
