// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.portalblocks.core.model.PortalException.StorageFailure;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.IdempotencyClaim;
import dev.portalblocks.core.operation.jdbc.JdbcIdempotencyStore;
import dev.portalblocks.core.tx.jdbc.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A key that is there, yet not to be seen: a host that changes its isolation after it was joined can bring that about. */
class ClaimInAnOldStateTest {
    private static final IdempotencyClaim CLAIM =
            new IdempotencyClaim(TenantId.of("acme"), "fingerprint", "command", new UUID(1, 1), Instant.EPOCH);
    /** H2's number for it. */
    private static final int SNAPSHOT = 6;

    @Test
    void aKeyThatIsThereAndCannotBeReadEndsInAnAnswer() throws SQLException {
        DataSource source = Databases.H2.fresh();
        Database db = Databases.on(source);
        Database others = Database.on(source);
        JdbcIdempotencyStore claims = new JdbcIdempotencyStore(db);
        try (Connection host = source.getConnection()) {
            host.setAutoCommit(false);
            assertThatThrownBy(() -> assertTimeoutPreemptively(
                            Duration.ofSeconds(10),
                            () -> db.joining(host, () -> {
                                keepToOneState(host);
                                db.read(tx ->
                                        db.sql(tx, "SELECT 1 FROM @idempotency").exists());
                                others.write(tx -> new JdbcIdempotencyStore(others).claim(tx, CLAIM));
                                return db.<Optional<IdempotencyClaim>>write(tx -> claims.claim(tx, CLAIM));
                            })))
                    .isInstanceOfSatisfying(StorageFailure.class, failure -> {
                        assertThat(failure.code()).isEqualTo("storage.deadlock");
                        assertThat(failure.isRetryable()).isTrue();
                    });
            host.rollback();
        }
        assertThat(db.<Optional<IdempotencyClaim>>write(tx -> claims.claim(tx, CLAIM)))
                .contains(CLAIM);
    }

    private static void keepToOneState(Connection host) {
        try {
            host.setTransactionIsolation(SNAPSHOT);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
