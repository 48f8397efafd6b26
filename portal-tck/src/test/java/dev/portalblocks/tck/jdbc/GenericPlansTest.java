// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.jdbc.JdbcTeamDirectory;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.messaging.jdbc.JdbcMessagingStorage;
import dev.portalblocks.messaging.model.AddNote;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.MarkRead;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL plans a prepared statement anew for its first five runs, and may then keep to one plan for whoever asks. Under
 * that plan, too, a list reads little more than its page, for a customer who has far more than all others.
 */
class GenericPlansTest {
    private static final int MANY = 5_000;
    private static final int RUNS = 8;
    private static final TenantId TENANT = TenantId.of("acme");
    private static final CustomerId NUMBER = CustomerId.of("4711");
    private static final Actor ERIKA = Actor.customer(TENANT, NUMBER);
    private static final Actor JONAS = Actor.agent(TENANT, "jonas", "service");
    private static final Actor AUDITOR = Actor.agent(TENANT, "ida", "auditor");
    private static final PageRequest NEWEST = PageRequest.first(50);

    private final GenericPlans plans = new GenericPlans();
    private Portal portal;
    private Profiles profiles;
    private Inbox inbox;
    private ConversationId conversation;

    @BeforeEach
    void begin() throws SQLException {
        Database db = plans.db();
        db.write(tx -> new JdbcTeamDirectory(db).put(tx, TENANT, "claims", Set.of("jonas")));
        portal = Portal.of(db);
        profiles = Profiles.of(portal, JdbcProfileStorage.on(db));
        inbox = Inbox.of(portal, JdbcMessagingStorage.on(db));
        conversation = fill();
    }

    @AfterEach
    void end() {
        portal.close();
        plans.close();
    }

    @Test
    void aListReadsLittleMoreThanItsPageWhoeverHasHowMuch() throws SQLException {
        Map<String, Long> rows = rowsRead();
        System.out.println("Rows read under generic plans, by " + rows.size() + " queries: " + rows.values());
        assertThat(rows)
                .hasSizeGreaterThan(15)
                .allSatisfy((query, count) -> assertThat(count).as(query).isLessThanOrEqualTo(100));
        assertThat(plans.preparedForGood())
                .as("statements under a generic plan")
                .isPositive();

        plans.run("DROP INDEX portal_conversation_of_customer, portal_conversation_of_tenant");
        assertThat(rowsRead().values()).as("without an index").anyMatch(count -> count >= MANY);
    }

    /** Runs each list and each count often enough; what is asked under the plan for all is then explained, and counted. */
    private Map<String, Long> rowsRead() throws SQLException {
        for (int i = 0; i < RUNS; i++) {
            plans.forget();
            pages(after -> profiles.changes(ERIKA, NUMBER, after));
            pages(after -> inbox.conversations(ERIKA, after));
            pages(after -> inbox.messages(ERIKA, conversation, MessageOrder.NEWEST_FIRST, after));
            pages(after -> inbox.messages(ERIKA, conversation, MessageOrder.OLDEST_FIRST, after));
            inbox.unread(ERIKA);
            inbox.markRead(ERIKA, new MarkRead(conversation, 2 * MANY - RUNS + i));
            pages(after -> inbox.desk().conversations(JONAS, after));
            pages(after -> inbox.desk().messages(JONAS, conversation, MessageOrder.NEWEST_FIRST, after));
            pages(after -> inbox.desk().notes(JONAS, conversation, after));
            inbox.desk().unread(JONAS);
            pages(after -> portal.auditTrail().list(AUDITOR, after));
        }
        return plans.explained();
    }

    private static <T> void pages(Function<PageRequest, Page<T>> list) {
        Page<T> first = list.apply(NEWEST);
        assertThat(first.items()).hasSize(50);
        assertThat(list.apply(NEWEST.after(first.next())).items()).hasSize(50);
    }

    /** One customer with five thousand of each, and four hundred with five. */
    private ConversationId fill() throws SQLException {
        profiles.change(
                ERIKA,
                ChangeProfile.of(
                        NUMBER, ProfilePatch.builder().givenName("Erika").build()));
        ConversationId id = inbox.open(
                        ERIKA,
                        OpenConversation.about("claims")
                                .subject("Rad")
                                .text("Weg")
                                .build())
                .id();
        inbox.desk().send(JONAS, SendMessage.of(id, "Gestohlen?"));
        inbox.desk().addNote(JONAS, AddNote.of(id, "Nachfragen."));
        String others = ", generate_series(1, 2000) n";
        String many = ", generate_series(1, " + MANY + ") n";
        List<String> copies = new ArrayList<>();
        String hers = " WHERE t.customer = '4711'";
        String anybody = "'c' || n % 400";
        copies.add(plans.copy("portal_profile_change", others, Map.of("customer", anybody, "version", "9 + n")));
        copies.add(plans.copy("portal_profile_change", many, Map.of("version", "t.version + n")) + hers);
        Map<String, String> answered = new LinkedHashMap<>(Map.of(
                "id", "gen_random_uuid()", "place", "t.place + n", "customer_unread", "0", "company_unread", "0"));
        copies.add(plans.copy("portal_conversation", many, answered));
        answered.put("customer", anybody);
        copies.add(plans.copy("portal_conversation", others, answered) + hers + " AND t.customer_unread > 0");
        copies.add("UPDATE portal_conversation SET messages = messages + " + 2 * MANY
                + ", customer_unread = customer_unread + " + MANY + " WHERE customer_unread > 0");
        for (String table : List.of("portal_message", "portal_note")) {
            String number = table.equals("portal_note") ? "number" : "sequence";
            String theirs = ", (SELECT id FROM portal_conversation WHERE customer <> '4711') c";
            copies.add(plans.copy(table, theirs, Map.of("id", "gen_random_uuid()", "conversation", "c.id")));
            copies.add(plans.copy(table, many, Map.of("id", "gen_random_uuid()", number, "t." + number + " + n * 2"))
                    + ", portal_conversation c WHERE c.id = t.conversation AND c.customer = '4711'");
        }
        copies.add(plans.copy("portal_audit", many, Map.of("id", "gen_random_uuid()")));
        for (String each : copies) {
            plans.run(each);
        }
        plans.run("VACUUM ANALYZE");
        return id;
    }
}
