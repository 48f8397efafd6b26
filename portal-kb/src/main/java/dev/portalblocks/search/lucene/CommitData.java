// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.event.LogPosition;
import java.util.Map;

/**
 * What is written with each commit of an index.
 *
 * @param schema the schema that it was written with
 * @param position how far in the log it has come
 */
record CommitData(String schema, LogPosition position) {
    private static final String SCHEMA = "schema";
    private static final String COMMIT = "commit";
    private static final String OFFSET = "offset";

    /** Returns the data of a commit of today's schema. */
    static CommitData at(LogPosition position) {
        return new CommitData(Fields.SCHEMA, position);
    }

    /** Reads it back; a commit that says nothing has no schema and stands at the start. */
    static CommitData of(Map<String, String> data) {
        return new CommitData(
                data.getOrDefault(SCHEMA, ""),
                new LogPosition(
                        Long.parseLong(data.getOrDefault(COMMIT, "0")),
                        Long.parseLong(data.getOrDefault(OFFSET, "0"))));
    }

    /** Returns it as Lucene keeps it. */
    Map<String, String> entries() {
        return Map.of(
                SCHEMA, schema, COMMIT, Long.toString(position.commit()), OFFSET, Long.toString(position.offset()));
    }

    /** Returns whether today's code can read the index. */
    boolean isReadable() {
        return schema.equals(Fields.SCHEMA);
    }
}
