// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.jdbc.JdbcTeamDirectory;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schema;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.messaging.jdbc.JdbcMessagingStorage;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.MarkRead;
import dev.portalblocks.messaging.model.Message;
import dev.portalblocks.messaging.model.MessageOrder;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an operation asks of its database is a number that somebody has argued for, and that does not grow unnoticed. */
class StatementsPerOperationTest {
    private static final String LIST = "statements.csv";
    private static final TenantId TENANT = TenantId.of("acme");
    private static final CustomerId NUMBER = CustomerId.of("4711");
    private static final Actor ERIKA = Actor.customer(TENANT, NUMBER);
    private static final Actor JONAS = Actor.agent(TENANT, "jonas", "service");
    private static final PageRequest NEWEST = PageRequest.first(50);

    /** The numbers are in {@code statements.csv}; the ends of transactions count as well. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void anOperationNeedsAsManyStatementsAsTheListSays(Databases kind) {
        StatementLog log = new StatementLog(pooled(kind));
        Database db = Database.on(log);
        Schemas.migrate(db, Databases.SCHEMAS.toArray(Schema[]::new));
        db.write(tx -> new JdbcTeamDirectory(db).put(tx, TENANT, "claims", Set.of("jonas")));
        Map<String, List<String>> found;
        try (Portal portal = Portal.of(db)) {
            found = statements(portal, db, log);
        }
        found.putAll(SearchStatements.of(db, log));
        found.putAll(FeedbackStatements.of(db, log));
        found.putAll(ViewStatements.of(db, log));
        found.put("profile.read cached on one node", readAgain(db, log, it -> it.cachedOnOneNode(10)));
        found.put("profile.read cached on several nodes", readAgain(db, log, it -> it.cachedOnSeveralNodes(10)));

        found.forEach((operation, statements) -> {
            System.out.println(kind + " " + operation + ": " + statements.size());
            statements.forEach(statement -> System.out.println("    " + statement));
        });
        Map<String, Integer> counts = new LinkedHashMap<>();
        found.forEach((operation, statements) -> counts.put(operation, statements.size()));
        assertThat(counts).isEqualTo(allowed(kind));
    }

    private static Map<String, List<String>> statements(Portal portal, Database db, StatementLog log) {
        Profiles profiles = Profiles.of(portal, JdbcProfileStorage.on(db));
        Inbox inbox = Inbox.of(portal, JdbcMessagingStorage.on(db));
        Map<String, List<String>> found = new LinkedHashMap<>();
        profiles.change(ERIKA, ChangeProfile.of(NUMBER, name("Erika")));
        ConversationId id = inbox.open(
                        ERIKA,
                        OpenConversation.about("claims")
                                .subject("Rad")
                                .text("Weg")
                                .build())
                .id();
        inbox.send(ERIKA, SendMessage.of(id, "Mit dem ersten Schlüssel.").once(IdempotencyKey.of("key-0")));
        log.takeAll();

        profiles.change(ERIKA, ChangeProfile.of(NUMBER, name("Rika")));
        found.put("profile.change", log.takeAll());
        profiles.read(ERIKA, NUMBER);
        found.put("profile.read", log.takeAll());
        inbox.send(ERIKA, SendMessage.of(id, "Das neue."));
        found.put("inbox.send", log.takeAll());
        inbox.send(ERIKA, SendMessage.of(id, "Mit Schlüssel.").once(IdempotencyKey.of("key-1")));
        found.put("inbox.send with a key", log.takeAll());
        Message answer = inbox.desk().send(JONAS, SendMessage.of(id, "Gestohlen?"));
        found.put("desk.send", log.takeAll());
        inbox.messages(ERIKA, id, MessageOrder.NEWEST_FIRST, NEWEST);
        found.put("inbox.messages", log.takeAll());
        inbox.conversations(ERIKA, NEWEST);
        found.put("inbox.conversations", log.takeAll());
        inbox.unread(ERIKA);
        found.put("inbox.unread", log.takeAll());
        inbox.markRead(ERIKA, MarkRead.upTo(answer));
        found.put("inbox.mark-read", log.takeAll());
        return found;
    }

    private static List<String> readAgain(Database db, StatementLog log, UnaryOperator<Profiles.Builder> cache) {
        try (Portal portal = Portal.of(db)) {
            Profiles profiles = cache.apply(Profiles.builder(portal, JdbcProfileStorage.on(db)))
                    .build();
            profiles.read(ERIKA, NUMBER);
            log.takeAll();
            profiles.read(ERIKA, NUMBER);
            return log.takeAll();
        }
    }

    private static ProfilePatch name(String givenName) {
        return ProfilePatch.builder().givenName(givenName).build();
    }

    /** A pool as in an application: what is said to a connection once is no part of an operation. */
    private static DataSource pooled(Databases kind) {
        return kind == Databases.H2 ? new Pooled(kind::fresh).open(1) : kind.fresh();
    }

    private static Map<String, Integer> allowed(Databases kind) {
        int column = kind == Databases.H2 ? 1 : 2;
        Map<String, Integer> allowed = new LinkedHashMap<>();
        try (InputStream file =
                Objects.requireNonNull(StatementsPerOperationTest.class.getResourceAsStream(LIST), LIST)) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .forEach(row -> allowed.put(row[0], Integer.valueOf(row[column].strip())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return allowed;
    }
}
