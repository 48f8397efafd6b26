// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What whoever writes JDBC by hand writes first. */
final class PlainSql {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private PlainSql() {}

    static void run(Connection connection, String text, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, text, values)) {
            statement.executeUpdate();
        }
    }

    static PreparedStatement prepare(Connection connection, String text, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : values[i]);
        }
        return statement;
    }

    /** Makes a UUIDv7, which lies beside the last one in an index, as ours do. */
    static UUID id(Instant at) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(
                at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000), Long.MIN_VALUE | random.nextLong() >>> 2);
    }

    static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> object(byte[] json) {
        try {
            return JSON.readValue(json, OBJECT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
