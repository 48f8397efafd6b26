// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.crypto.jdbc.JdbcTenantKeyStore;
import dev.portalblocks.core.jdbc.JdbcCoreStorage;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.jdbc.Database;
import dev.portalblocks.core.tx.jdbc.Schemas;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which connections of a host are joined, by what, and how they come back. */
class JoinedConnectionTest {
    private static final TenantId TENANT = TenantId.of("acme");

    /** A host joins on the database that it has at hand; the portal may work on a copy with another setting. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void joiningOnOneCopyOfADatabaseJoinsAll(Databases kind) throws SQLException {
        DataSource source = kind.bare();
        Database host = Database.on(source);
        Database portal = host.inSchema("portal").apartThrough(source).waitingForLocks(Duration.ofSeconds(5));
        Schemas.migrate(portal, JdbcCoreStorage.SCHEMA);
        JdbcTenantKeyStore keys = new JdbcTenantKeyStore(portal);

        for (Database joining : new Database[] {host, host.inSchema("other"), portal}) {
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(false);
                joining.joining(connection, () -> {
                    assertThat(portal.isJoining()).isTrue();
                    assertThat(portal.<Boolean>write(tx -> {
                                keys.putIfAbsent(tx, TENANT, new byte[] {1});
                                return tx.isJoined();
                            }))
                            .isTrue();
                    assertThat(portal.<Boolean>apart(tx -> tx.isJoined())).isFalse();
                    assertThatThrownBy(() -> portal.joining(connection, () -> true))
                            .isInstanceOf(IllegalStateException.class);
                    return true;
                });
                connection.rollback();
                connection.setAutoCommit(true);
            }
            assertThat(portal.isJoining()).isFalse();
            assertThat(portal.<Optional<byte[]>>read(tx -> keys.find(tx, TENANT)))
                    .isEmpty();
        }
    }
}
