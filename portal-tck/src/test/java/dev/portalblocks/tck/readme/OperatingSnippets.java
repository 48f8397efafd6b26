// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.readme;

import dev.portalblocks.core.BlockContribution;
import dev.portalblocks.core.HealthCheck;
import dev.portalblocks.core.Portal;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Health;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schema;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.messaging.jdbc.JdbcMessagingStorage;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The lines of the guide's page on operating. */
final class OperatingSnippets {
    private OperatingSnippets() {}

    /** Migrates one database by us and one by Flyway, and returns what an operator's check is told of the latter. */
    static int run(DataSource ours, DataSource dataSource, BooleanSupplier mailServer) {
        Database db = Database.on(ours).inSchema("portal");
        // guide begins
        Schemas.migrate(db, JdbcCoreStorage.SCHEMA, JdbcMessagingStorage.SCHEMA); // at the start, or in a job before it
        // guide ends

        // guide begins
        for (Schema schema : new Schema[] {JdbcCoreStorage.SCHEMA, JdbcMessagingStorage.SCHEMA}) {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:portal-schema/" + schema.block() + "/h2") // or /postgresql
                    .table("flyway_portal_" + schema.block()) // each block counts its own versions
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
        // guide ends

        try (Portal portal = Portal.of(Database.on(dataSource))) {
            // guide begins
            portal.register(BlockContribution.of("host")
                    .watchedBy(new HealthCheck(
                            "mail",
                            () -> mailServer.getAsBoolean()
                                    ? Health.Finding.up(Map.of())
                                    : Health.Finding.behind("mail.silent", Map.of()))));

            Health health = portal.health(); // never throws; a record that your JSON mapper writes
            int status = health.status() == Health.Status.DOWN ? 503 : 200;
            // guide ends
            return health.status() == Health.Status.BEHIND ? status + 1 : status;
        }
    }
}
