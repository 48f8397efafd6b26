// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import dev.portalblocks.tck.core.JoiningContract;
import dev.portalblocks.tck.core.JoiningFixture;
import java.sql.Connection;
import org.junit.jupiter.api.Nested;

/** A host's connection is joined: with the host's connection alone, and with connections of our own beside it. */
class DatabaseJoiningTest {
    @Nested
    class OnH2 implements JoiningContract<Connection> {
        @Override
        public JoiningFixture<Connection> fixture() {
            return Databases.H2.joining(false);
        }
    }

    @Nested
    class OnH2WithOwnConnections implements JoiningContract<Connection> {
        @Override
        public JoiningFixture<Connection> fixture() {
            return Databases.H2.joining(true);
        }
    }

    @Nested
    class OnPostgres implements JoiningContract<Connection> {
        @Override
        public JoiningFixture<Connection> fixture() {
            return Databases.POSTGRESQL.joining(false);
        }
    }

    @Nested
    class OnPostgresWithOwnConnections implements JoiningContract<Connection> {
        @Override
        public JoiningFixture<Connection> fixture() {
            return Databases.POSTGRESQL.joining(true);
        }
    }
}
