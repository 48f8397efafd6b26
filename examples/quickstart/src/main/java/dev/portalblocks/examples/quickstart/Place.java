// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.quickstart;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A database, and the folder beside it for the bytes of documents and pictures.
 *
 * @param url what its driver connects to
 * @param contents the folder, which is made when it is missing
 */
record Place(String url, Path contents) {
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String ENDING = ".mv.db"; // H2's own

    /**
     * Returns a PostgreSQL by its address, or the file of an H2 by its path.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static Place of(String text) {
        if (text.startsWith(POSTGRESQL)) {
            return new Place(text, Path.of("quickstart-contents"));
        }
        if (text.isBlank() || text.startsWith("jdbc:") || text.contains(";")) {
            throw new IllegalArgumentException(text); // behind a semicolon H2 would read settings
        }
        Path file = path(text.endsWith(ENDING) ? text.substring(0, text.length() - ENDING.length()) : text);
        return new Place("jdbc:h2:file:" + file, Path.of(file + ".contents"));
    }

    private static Path path(String text) {
        try {
            return Path.of(text).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
