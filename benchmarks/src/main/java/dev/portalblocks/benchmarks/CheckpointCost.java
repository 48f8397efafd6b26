// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schemas;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.jdbc.JdbcProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * What H2's {@code CHECKPOINT SYNC} costs behind each change of a profile, which forces the file to the disk, beside the change
 * alone, which hands it to the operating system. The two take turns.
 */
final class CheckpointCost {
    private static final int BLOCK = 100;

    private CheckpointCost() {}

    /** Options: how many changes of each kind, 3000 by default. */
    static void run(String[] options) throws SQLException {
        int changes = Integer.parseInt(Benchmarks.option(options, 0, "3000"));
        try (Engine engine = Engine.named("h2")) {
            Database db = Database.on(engine.source());
            Schemas.migrate(db, JdbcCoreStorage.SCHEMA, JdbcProfileStorage.SCHEMA);
            try (Portal portal = Portal.of(db)) {
                Profiles profiles = Profiles.of(portal, JdbcProfileStorage.on(db));
                time(engine, profiles, BLOCK * 10, false);
                long plain = 0;
                long forced = 0;
                for (int done = 0; done < changes; done += BLOCK) {
                    plain += time(engine, profiles, BLOCK, false);
                    forced += time(engine, profiles, BLOCK, true);
                }
                report(plain / 1e3 / changes, forced / 1e3 / changes);
            }
        }
    }

    private static void report(double plain, double forced) {
        System.out.printf(Locale.ROOT, "change alone %.0f µs, with CHECKPOINT SYNC %.0f µs%n", plain, forced);
        System.out.printf(
                Locale.ROOT,
                "{\"benchmark\":\"checkpoint\",\"unit\":\"us\",\"change\":%.1f,\"changeAndCheckpoint\":%.1f,\"ratio\":%.2f}%n",
                plain,
                forced,
                forced / plain);
    }

    private static long time(Engine engine, Profiles profiles, int times, boolean forced) throws SQLException {
        CustomerId number = CustomerId.of("4711");
        Actor erika = Actor.customer(TenantId.of("acme"), number);
        long start = System.nanoTime();
        for (int i = 0; i < times; i++) {
            ProfilePatch patch =
                    ProfilePatch.builder().givenName("Erika " + start + i).build();
            profiles.change(erika, ChangeProfile.of(number, patch));
            if (forced) {
                try (Connection connection = engine.source().getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("CHECKPOINT SYNC");
                }
            }
        }
        return System.nanoTime() - start;
    }
}
