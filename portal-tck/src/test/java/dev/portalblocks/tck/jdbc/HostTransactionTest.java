// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.jdbc.JdbcTeamDirectory;
import dev.portalblocks.core.content.memory.MemoryContentStore;
import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.docs.Vault;
import dev.portalblocks.docs.jdbc.JdbcVaultStorage;
import dev.portalblocks.docs.model.CreateFolder;
import dev.portalblocks.faq.Faq;
import dev.portalblocks.faq.jdbc.JdbcFaqStorage;
import dev.portalblocks.faq.model.AddFaqSection;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.messaging.jdbc.JdbcMessagingStorage;
import dev.portalblocks.messaging.model.WriteToCustomer;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import dev.portalblocks.search.Synonyms;
import dev.portalblocks.search.jdbc.JdbcSynonymStorage;
import dev.portalblocks.search.model.AddSynonymRule;
import dev.portalblocks.search.model.SynonymTerms;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A host changes its own table and calls an operation of each block in one transaction on its connection: its rollback
 * takes everything along, state, events and audit entries; its commit keeps everything.
 */
class HostTransactionTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final CustomerId ERIKA = CustomerId.of("4711");
    private static final Actor PROGRAM = Actor.system(ACME, "host");
    /** One row each of state, in the tables that the seven operations write first. */
    private static final List<String> STATE = List.of(
            "host_order",
            "portal_profile",
            "portal_mandate",
            "portal_conversation",
            "portal_message",
            "portal_folder",
            "portal_kb_article",
            "portal_faq_section",
            "portal_synonym_rule");
    /** Seven operations, of which the one that opens a conversation tells two things. */
    private static final Map<String, Integer> RECORD = Map.of("portal_event", 8, "portal_audit", 7);

    @ParameterizedTest
    @EnumSource(Databases.class)
    void rollbackTakesEverythingAlong(Databases databases) throws SQLException {
        DataSource source = databases.fresh();
        Database db = Databases.on(source);
        prepare(source, db);
        try (Portal portal = Portal.of(db, new MemoryContentStore());
                Connection host = source.getConnection()) {
            Blocks blocks = Blocks.of(portal, db);
            host.setAutoCommit(false);
            work(db, host, blocks);
            assertThat(counts(host)).as("within").isEqualTo(everything());
            host.rollback();
            assertThat(counts(host)).as("rolled back").isEqualTo(nothing());
            work(db, host, blocks);
            host.commit();
            host.setAutoCommit(true);
        }
        try (Connection other = source.getConnection()) {
            assertThat(counts(other)).as("committed").isEqualTo(everything());
        }
        drop(source);
    }

    private static void work(Database db, Connection host, Blocks blocks) throws SQLException {
        try (Statement own = host.createStatement()) {
            own.executeUpdate("INSERT INTO host_order (id) VALUES (1)");
        }
        db.joining(host, () -> {
            blocks.all();
            return true;
        });
        assertThat(host.getAutoCommit()).isFalse();
    }

    /**
     * An operation of each block.
     *
     * @param portal the portal, with its mandates
     * @param profiles the profiles
     * @param inbox the inbox
     * @param vault the vault
     * @param knowledge the knowledge base
     * @param faq the FAQ
     * @param synonyms editors' synonyms
     */
    private record Blocks(
            Portal portal,
            Profiles profiles,
            Inbox inbox,
            Vault vault,
            KnowledgeBase knowledge,
            Faq faq,
            Synonyms synonyms) {
        static Blocks of(Portal portal, Database db) {
            return new Blocks(
                    portal,
                    Profiles.of(portal, JdbcProfileStorage.on(db)),
                    Inbox.of(portal, JdbcMessagingStorage.on(db)),
                    Vault.of(portal, JdbcVaultStorage.on(db)),
                    KnowledgeBase.of(portal, JdbcKnowledgeStorage.on(db)),
                    Faq.of(portal, JdbcFaqStorage.on(db)),
                    Synonyms.of(portal, JdbcSynonymStorage.on(db)));
        }

        void all() {
            profiles.change(
                    PROGRAM,
                    ChangeProfile.of(
                            ERIKA, ProfilePatch.builder().givenName("Erika").build()));
            portal.mandates()
                    .grant(PROGRAM, GrantMandate.everything(ERIKA, CustomerId.of("4712"), Mandate.Kind.HOUSEHOLD));
            inbox.desk()
                    .open(
                            PROGRAM,
                            WriteToCustomer.of(ERIKA, "contract")
                                    .subject("Police")
                                    .text("Sie ist da.")
                                    .build());
            vault.folders().create(PROGRAM, CreateFolder.of(ERIKA, "Policen"));
            knowledge
                    .editor()
                    .create(PROGRAM, CreateArticle.of(ArticleContent.of(LanguageTag.GERMAN, "Hagel", "Melden.")));
            faq.outline().add(PROGRAM, AddFaqSection.of(LocalizedText.german("Schaden")));
            synonyms.add(PROGRAM, AddSynonymRule.of(SynonymTerms.of(LanguageTag.GERMAN, "Rad", "Velo")));
        }
    }

    private static void prepare(DataSource source, Database db) throws SQLException {
        drop(source);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE host_order (id INTEGER PRIMARY KEY)");
        }
        db.write(tx -> new JdbcTeamDirectory(db).put(tx, ACME, "contract", Set.of("anna")));
    }

    private static void drop(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS host_order");
        }
    }

    private static Map<String, Integer> everything() {
        Map<String, Integer> all = new TreeMap<>(RECORD);
        STATE.forEach(table -> all.put(table, 1));
        return all;
    }

    private static Map<String, Integer> nothing() {
        Map<String, Integer> none = new TreeMap<>();
        everything().keySet().forEach(table -> none.put(table, 0));
        return none;
    }

    private static Map<String, Integer> counts(Connection connection) throws SQLException {
        Map<String, Integer> counts = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : everything().keySet()) {
                try (ResultSet found = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                    found.next();
                    counts.put(table, found.getInt(1));
                }
            }
        }
        return counts;
    }
}
