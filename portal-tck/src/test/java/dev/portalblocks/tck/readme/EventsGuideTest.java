// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.event.ReplayEvents;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.EventRelay;
import dev.portalblocks.core.operation.RelayRun;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** The Java of the guide to events is compiled and does what the guide says. */
class EventsGuideTest {
    private static final Path GUIDE = Path.of("../docs/guide/events.md");
    private static final Path SNIPPETS = Path.of("src/test/java/dev/portalblocks/tck/readme/EventsSnippets.java");
    private static final Pattern SHOWN = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMPILED = Pattern.compile("// guide begins\\n(.*?)// guide ends", Pattern.DOTALL);
    private static final TenantId ACME = TenantId.of("acme");
    private static final Actor PROGRAM = Actor.system(ACME, "program");

    private final Memory memory = new Memory();

    @Test
    void theLinesOfTheGuideAreTheLinesThatRun() throws IOException {
        assertThat(pieces(SHOWN, GUIDE)).hasSize(4).isEqualTo(pieces(COMPILED, SNIPPETS));
    }

    @Test
    void theConnectorTellsTheCrmOfEachChangeAndIsOperated() {
        List<String> told = new ArrayList<>();
        try (Portal portal = Portal.of(memory)) {
            Profiles profiles = Profiles.of(portal, MemoryProfileStorage.in(memory));
            List<Runnable> tasks = new ArrayList<>();
            EventRelay relay = EventsSnippets.compose(
                    portal,
                    (tenant, customer, key) -> told.add(tenant + " " + customer),
                    (every, work) -> tasks.add(work),
                    (task, failure) -> told.add(task + " failed"));
            change(profiles, "4711");
            change(profiles, "4712");
            tasks.forEach(Runnable::run);
            assertThat(told).containsExactlyInAnyOrder("acme 4711", "acme 4712");
            assertThat(relay.run()).isEqualTo(RelayRun.NOTHING);
            EventsSnippets.operate(portal.subscriptions(), PROGRAM, Instant.EPOCH);
            relay.run();
            assertThat(told).hasSize(4);
        }
    }

    @Test
    void theReceiverWithALedgerHasEachEventOnce() throws Exception {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:events-guide;DB_CLOSE_DELAY=-1");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                Portal portal = Portal.of(memory)) {
            statement.execute("CREATE TABLE crm_task (customer VARCHAR(100), event UUID)");
            Profiles profiles = Profiles.of(portal, MemoryProfileStorage.in(memory));
            EventRelay relay = portal.relay(EventsSnippets.once(Database.on(source)));
            change(profiles, "4711");
            assertThat(relay.run().delivered()).isEqualTo(1);
            portal.subscriptions().replay(PROGRAM, ReplayEvents.all("crm-copy"));
            assertThat(relay.run().delivered()).as("comes again").isEqualTo(1);
            try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM crm_task")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(1);
            }
        }
    }

    private static void change(Profiles profiles, String customer) {
        profiles.change(
                PROGRAM,
                ChangeProfile.of(
                        CustomerId.of(customer),
                        ProfilePatch.builder().familyName("Meyer").build()));
    }

    /** Returns the pieces of code without white space: a formatter may break a line elsewhere. */
    private static List<String> pieces(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(piece -> piece.group(1).replaceAll("\\s+", "").replaceFirst("^static", ""))
                .toList();
    }
}
