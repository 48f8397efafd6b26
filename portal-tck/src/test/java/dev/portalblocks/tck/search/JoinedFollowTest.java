// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.CoreStorage;
import dev.portalblocks.core.tx.JoinableDomain;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.kb.memory.MemoryKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.PublishArticle;
import dev.portalblocks.kb.spi.KnowledgeStorage;
import dev.portalblocks.search.Search;
import dev.portalblocks.search.lucene.LuceneSearchIndex;
import dev.portalblocks.search.model.SearchQuery;
import dev.portalblocks.tck.jdbc.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing gets into an index that its database may take back. */
class JoinedFollowTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final Actor LENA = Actor.agent(ACME, "lena", "editor");
    private static final Actor PROGRAM = Actor.system(ACME, "index");

    /** An application that joins its transaction and rolls it back. */
    private interface Host {
        void takesBack(Runnable joined);
    }

    @Test
    void inMemory() {
        Memory memory = new Memory();
        Host host = joined -> assertThatThrownBy(() -> memory.write(tx -> {
                    join(memory, tx, joined);
                    throw new IllegalStateException("the host's");
                }))
                .hasMessage("the host's");
        whatIsTakenBackIsNeverFound(MemoryCoreStorage.in(memory), MemoryKnowledgeStorage.in(memory), host);
    }

    @ParameterizedTest
    @CsvSource({"H2, false", "H2, true", "POSTGRESQL, false", "POSTGRESQL, true"})
    void onDatabases(Databases kind, boolean isApart) {
        DataSource source = kind.impatient();
        Database plain = Databases.on(source);
        Database db = isApart ? plain.apartThrough(source) : plain;
        Host host = joined -> {
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(false);
                join(db, connection, joined);
                connection.rollback();
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
        whatIsTakenBackIsNeverFound(JdbcCoreStorage.on(db), JdbcKnowledgeStorage.on(db), host);
    }

    private static <C> void join(JoinableDomain<C> domain, C transaction, Runnable work) {
        domain.joining(transaction, () -> {
            work.run();
            return true;
        });
    }

    private static void whatIsTakenBackIsNeverFound(CoreStorage core, KnowledgeStorage storage, Host host) {
        try (LuceneSearchIndex index = LuceneSearchIndex.inMemory();
                Portal portal = Portal.builder(core).build()) {
            KnowledgeBase knowledge = KnowledgeBase.of(portal, storage);
            Search search = Search.of(portal, index, knowledge.searchSource());
            ArticleId article = knowledge
                    .editor()
                    .create(LENA, CreateArticle.of(text("Umzug")))
                    .id();
            knowledge.editor().publish(LENA, PublishArticle.of(article));
            host.takesBack(() -> {
                knowledge.editor().edit(LENA, EditArticle.of(article, text("Beitragserhöhung")));
                knowledge.editor().publish(LENA, PublishArticle.of(article));
                assertThatThrownBy(() -> search.follow(PROGRAM))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("the application's transaction");
                assertThatThrownBy(() -> task(portal).run()).isInstanceOf(IllegalStateException.class);
            });
            assertThat(found(search, "Umzug")).isZero();
            search.follow(PROGRAM);
            assertThat(found(search, "Umzug")).isOne();
            assertThat(found(search, "Beitragserhöhung")).isZero();
        }
    }

    private static Runnable task(Portal portal) {
        return portal.maintenance().stream()
                .filter(task -> task.name().equals("search.follow"))
                .findFirst()
                .orElseThrow()
                .work();
    }

    private static int found(Search search, String word) {
        return search.find(Actor.anonymous(ACME), SearchQuery.of(word), PageRequest.first(10))
                .hits()
                .items()
                .size();
    }

    private static ArticleContent text(String title) {
        return ArticleContent.of(LanguageTag.GERMAN, title, title + " melden.");
    }
}
