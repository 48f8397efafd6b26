// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import dev.portalblocks.core.tx.jdbc.Dialect;
import dev.portalblocks.core.tx.jdbc.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads the published files as a migration tool would. */
final class SchemaFiles {
    private SchemaFiles() {}

    /** Returns the statements of a block's first file. */
    static List<String> statements(Schema schema, Dialect dialect) {
        String path = "/portal-schema/" + schema.block() + "/" + dialect.folder() + "/V1__create.sql";
        try (InputStream file = Objects.requireNonNull(SchemaFiles.class.getResourceAsStream(path))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            String code = String.join(
                    "\n", text.lines().filter(line -> !line.startsWith("--")).toList());
            return Stream.of(code.split(";"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
