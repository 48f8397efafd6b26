// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.jdbc.JdbcTeamDirectory;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.messaging.jdbc.JdbcMessagingStorage;
import dev.portalblocks.messaging.model.Conversation;
import dev.portalblocks.messaging.model.OpenConversation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The lines of the guide's page on transactions. */
final class TransactionSnippets {
    private final DataSource dataSource;
    private final DataSource pool;

    /** What the application has: its database, and a pool of its own for what is to stay whatever becomes of the rest. */
    TransactionSnippets(DataSource dataSource, DataSource pool) {
        this.dataSource = dataSource;
        this.pool = pool;
    }

    /** Runs them and returns the conversation of a claim that was kept, and the one of an attempt made twice. */
    Conversation[] run(String requestId) throws SQLException {
        // guide begins
        Database db = Database.on(dataSource).apartThrough(pool);
        // guide ends
        Schemas.migrate(db, JdbcCoreStorage.SCHEMA, JdbcMessagingStorage.SCHEMA);
        Portal portal = Portal.of(db);
        Inbox inbox = Inbox.of(portal, JdbcMessagingStorage.on(db));
        TenantId acme = TenantId.of("acme");
        Actor erika = Actor.customer(acme, CustomerId.of("4711"));
        db.write(tx -> new JdbcTeamDirectory(db).put(tx, acme, "vertrag", Set.of()));
        OpenConversation report = OpenConversation.about("vertrag")
                .subject("Schaden")
                .text("Hagel.")
                .build();
        Conversation told;

        // guide begins
        try (Connection host = dataSource.getConnection();
                Statement statement = host.createStatement()) {
            host.setAutoCommit(false);
            statement.executeUpdate("INSERT INTO claim (customer, euros) VALUES ('4711', 900)");
            told = db.joining(host, () -> inbox.open(erika, report)); // a part of your transaction
            host.commit(); // now both are there; a rollback takes both, the events and the audit entry along
        }
        // guide ends

        // guide begins
        OpenConversation attempt = OpenConversation.about("vertrag")
                .subject("Umzug")
                .text("Meine neue Adresse …")
                .once(IdempotencyKey.of(requestId)) // from the page that the customer looks at
                .build();
        Conversation first = inbox.open(erika, attempt);
        Conversation again = inbox.open(erika, attempt); // the same one: there is one conversation
        // guide ends

        Conversation kept = patiently(() -> inbox.open(erika, attempt));
        portal.close();
        return new Conversation[] {told, first, again, kept};
    }

    // guide begins
    static <R> R patiently(Supplier<R> call) {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.get();
            } catch (StorageFailure failure) {
                if (!failure.isRetryable() || attempt == 3) {
                    throw failure;
                }
            }
        }
    }
    // guide ends

    /** Returns what was forced onto the disk. */
    static boolean forced(DataSource dataSource) throws SQLException {
        // guide begins
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC"); // what was committed before is on the disk
        }
        // guide ends
        return true;
    }
}
