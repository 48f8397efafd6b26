// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.access.jdbc.JdbcTeamDirectory;
import dev.portalblocks.core.content.file.FileContentStore;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.Page;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.messaging.jdbc.JdbcMessagingStorage;
import dev.portalblocks.messaging.model.Conversation;
import dev.portalblocks.messaging.model.OpenConversation;
import dev.portalblocks.messaging.model.SendMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import javax.sql.DataSource;

/** The lines of the guide's first page. */
final class StartingSnippets {
    private StartingSnippets() {}

    /** Runs them and returns what the customer sees. */
    static Page<Conversation> run(DataSource dataSource, Path directory) throws IOException {
        // guide begins
        Database db = Database.on(dataSource); // H2 or PostgreSQL
        Schemas.migrate(db, JdbcCoreStorage.SCHEMA, JdbcMessagingStorage.SCHEMA);
        Portal portal = Portal.of(db, FileContentStore.in(directory)); // attachments are files there
        Inbox inbox = Inbox.of(portal, JdbcMessagingStorage.on(db));
        // guide ends

        // guide begins
        TenantId acme = TenantId.of("acme"); // your company
        Actor erika = Actor.customer(acme, CustomerId.of("4711")); // her number with you
        Actor sabine = Actor.agent(acme, "sabine", "service"); // your staff
        db.write(tx -> new JdbcTeamDirectory(db).put(tx, acme, "vertrag", Set.of("sabine")));

        Conversation asked = inbox.open(
                erika,
                OpenConversation.about("vertrag")
                        .subject("Beitrag 2027")
                        .text("Warum ist mein Beitrag gestiegen?")
                        .build());
        inbox.desk().send(sabine, SendMessage.of(asked.id(), "Wegen der neuen Regionalklasse."));
        Page<Conversation> hers = inbox.conversations(erika, PageRequest.first(20)); // unread: 1
        // guide ends
        portal.close();
        return hers;
    }
}
