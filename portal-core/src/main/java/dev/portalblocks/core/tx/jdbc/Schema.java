// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables of one block, as files of SQL that build on one another: {@code portal-schema/BLOCK/DIALECT/V1__NAME.sql} and
 * so on, which Flyway takes as they are. Each file can be run again after it was cut off, and notes in the table
 * {@code portal_schema} when it begins and when it is done.
 *
 * @param block the block's name, {@code messaging}
 * @param owner a class of the artifact that holds the files
 * @param steps the names of the files in their order, without number and ending
 */
public record Schema(String block, Class<?> owner, List<String> steps) {
    private static final String ROOT = "portal-schema/";

    /** Copies the names. */
    public Schema {
        steps = List.copyOf(steps);
    }

    /** Returns the schema of these steps. */
    public static Schema of(String block, Class<?> owner, String... steps) {
        return new Schema(block, owner, List.of(steps));
    }

    /** Returns the version that this release works with: the number of its last file. */
    public int version() {
        return steps.size();
    }

    /** Returns the statements of one version's file. */
    List<String> statements(Dialect dialect, int version) {
        String path = ROOT + block + "/" + dialect.folder() + "/V" + version + "__" + steps.get(version - 1) + ".sql";
        // the folder's name is no package's, so that a module keeps it open
        try (InputStream file = owner.getClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("Not in the artifact of " + owner.getName() + ": " + path);
            }
            return split(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A statement ends with a semicolon at the end of a line; a line that begins with two hyphens is a comment. */
    private static List<String> split(String text) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("--")) {
                continue;
            }
            statement.append(line).append('\n');
            if (line.endsWith(";")) {
                statements.add(statement.substring(0, statement.lastIndexOf(";")));
                statement.setLength(0);
            }
        }
        if (!statement.isEmpty()) {
            throw new IllegalStateException("A statement without an end");
        }
        return statements;
    }
}
