// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.model.PortalException.StorageFailure;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a database says of itself is told in our words, and whether a second call is of use. */
class SqlFailuresTest {
    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource({
        "40001, storage.deadlock, true, serialisation failure",
        "40P01, storage.deadlock, true, deadlock",
        "55P03, storage.lock-timeout, true, lock not available",
        "53300, storage.exhausted, true, too many connections",
        "08006, storage.unreachable, true, connection failure",
        "57P01, storage.unreachable, true, administrator's shutdown",
        "25P03, storage.unreachable, true, a transaction was idle for too long",
        "25P04, storage.unreachable, true, a transaction took too long",
        "57P05, storage.unreachable, true, a session was idle for too long",
        "25006, storage.read-only, false, a read-only transaction of the host's",
        "42P01, storage.schema-missing, false, no such table",
        "23505, storage.constraint, false, there already",
        "22001, storage.value-rejected, false, too long",
        "28P01, storage.refused, false, wrong password",
        "0A000, storage.unsupported, false, not supported",
        "XX000, storage.failed, false, whatever else",
    })
    void aStateHasItsCode(String state, String code, boolean retryable, String meaning) {
        StorageFailure failure = SqlFailures.of(new SQLException("of a row", state));

        assertThat(failure.code()).as(meaning).isEqualTo(code);
        assertThat(failure.isRetryable()).as(meaning).isEqualTo(retryable);
        assertThat(failure.getCause()).hasMessage("SQLException");
    }
}
