// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.event.jdbc.JdbcEventStore;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.docs.Vault;
import dev.portalblocks.docs.jdbc.JdbcVaultStorage;
import dev.portalblocks.faq.Faq;
import dev.portalblocks.faq.jdbc.JdbcFaqStorage;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.kb.jdbc.JdbcKnowledgeStorage;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.EditedArticle;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.messaging.jdbc.JdbcMessagingStorage;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import dev.portalblocks.search.Synonyms;
import dev.portalblocks.search.jdbc.JdbcSynonymStorage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * H2 walks along an index only if the order names every column of it from the first on, those that are the same for all rows as
 * well. Otherwise it reads all rows there are behind the place, and sorts them: a page costs what the whole list does.
 */
class ListsByIndexTest {
    private static final TenantId TENANT = TenantId.of("acme");
    private static final CustomerId NUMBER = CustomerId.of("4711");
    private static final Actor ERIKA = Actor.customer(TENANT, NUMBER);
    private static final Actor EDITOR = Actor.agent(TENANT, "lena", "editor");
    private static final Actor AUDITOR = Actor.agent(TENANT, "ida", "auditor");
    private static final PageRequest FIRST = PageRequest.first(50);

    private final DataSource source = Databases.H2.bare();
    private final AskedQueries asked = new AskedQueries(source);
    private final Database db = Databases.on(asked);

    @Test
    void aListReadsNoMoreThanItsPage() throws SQLException {
        try (Portal portal = Portal.of(db)) {
            everyList(portal);
        }
        Map<String, String> plans = plans();

        assertThat(plans).hasSizeGreaterThan(15);
        assertThat(plans).allSatisfy((query, plan) -> assertThat(plan).as(query).contains("index sorted"));
    }

    private void everyList(Portal portal) {
        Profiles profiles = Profiles.of(portal, JdbcProfileStorage.on(db));
        Inbox inbox = Inbox.of(portal, JdbcMessagingStorage.on(db));
        Vault vault = Vault.of(portal, JdbcVaultStorage.on(db));
        KnowledgeBase knowledge = KnowledgeBase.of(portal, JdbcKnowledgeStorage.on(db));
        CategoryId category = knowledge
                .categoryEditor()
                .create(EDITOR, CreateCategory.of("schaden", LocalizedText.german("Schaden")))
                .id();
        EditedArticle article = knowledge
                .editor()
                .create(
                        EDITOR,
                        CreateArticle.of(ArticleContent.of(LanguageTag.GERMAN, "Hagel", "Melden.")
                                .in(category)));
        profiles.change(
                ERIKA,
                ChangeProfile.of(
                        NUMBER, ProfilePatch.builder().givenName("Erika").build()));
        asked.takeAll();
        profiles.changes(ERIKA, NUMBER, FIRST);
        inbox.conversations(ERIKA, FIRST);
        vault.list(ERIKA, NUMBER, FIRST);
        vault.inFolder(ERIKA, NUMBER, null, FIRST);
        knowledge.list(ERIKA, null, null, FIRST);
        knowledge.list(ERIKA, category, null, FIRST);
        knowledge.editor().list(EDITOR, FIRST);
        knowledge.editor().revisions(EDITOR, article.id(), FIRST);
        knowledge.care().owned(EDITOR, "lena", FIRST);
        knowledge.care().due(EDITOR, LocalDate.of(2027, 1, 1), null, FIRST);
        knowledge.care().untranslated(EDITOR, LanguageTag.ENGLISH, FIRST);
        knowledge.feedback().given(ERIKA, NUMBER, FIRST);
        knowledge.feedback().texts(EDITOR, null, FIRST);
        knowledge.feedback().texts(EDITOR, article.id(), FIRST);
        knowledge.intake().list(EDITOR, "handbook", FIRST);
        Faq.of(portal, JdbcFaqStorage.on(db)).editor().list(EDITOR, FIRST);
        Synonyms.of(portal, JdbcSynonymStorage.on(db)).list(EDITOR, FIRST);
        portal.auditTrail().list(AUDITOR, FIRST);
        portal.mandates().held(ERIKA, NUMBER, FIRST);
        portal.mandates().given(ERIKA, NUMBER, FIRST);
        JdbcEventStore events = new JdbcEventStore(db);
        db.read(tx -> events.read(tx, TENANT, new LogPosition(1, 0, LogPosition.START.event()), 50));
        db.read(tx -> events.readLane(
                tx, TENANT, new ObjectRef("article", article.id().toString()), 0, 50));
        db.read(tx -> events.end(tx, TENANT));
    }

    /** Returns how H2 answers each query that takes the first of an order. */
    private Map<String, String> plans() throws SQLException {
        Map<String, String> plans = new TreeMap<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (AskedQueries.Query query : asked.takeAll()) {
                if (query.text().contains("ORDER BY") && query.text().contains("LIMIT")) {
                    try (ResultSet plan = statement.executeQuery("EXPLAIN " + filled(query))) {
                        plan.next();
                        plans.put(query.text(), plan.getString(1));
                    }
                }
            }
        }
        return plans;
    }

    private static String filled(AskedQueries.Query query) {
        List<String> parts = new ArrayList<>(List.of(query.text().split("\\?", -1)));
        Iterator<String> values = query.values().iterator();
        StringBuilder filled = new StringBuilder(parts.remove(0));
        parts.forEach(part -> filled.append(values.next()).append(part));
        return filled.toString();
    }
}
