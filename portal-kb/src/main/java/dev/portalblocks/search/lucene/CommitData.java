// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.search.spi.IndexProgress;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What is written with each commit of an index.
 *
 * @param schema the schema that it was written with
 * @param progress how far it has come
 */
record CommitData(String schema, IndexProgress progress) {
    private static final String SCHEMA = "schema";
    private static final String COMMIT = "commit";
    private static final String OFFSET = "offset";
    private static final String EVENT = "event";
    private static final String TYPES = "types";
    /** No type of an object has it in its name. */
    private static final String BETWEEN_TYPES = ":";

    /** Returns the data of a commit of today's schema. */
    static CommitData at(IndexProgress progress) {
        return new CommitData(Fields.SCHEMA, progress);
    }

    /** Reads it back; what today's code can't read stands at the start. */
    static CommitData of(Map<String, String> data) {
        String schema = data.getOrDefault(SCHEMA, "");
        if (!schema.equals(Fields.SCHEMA)) {
            return new CommitData(schema, new IndexProgress(LogPosition.START, Set.of()));
        }
        LogPosition position = new LogPosition(
                Long.parseLong(said(data, COMMIT)),
                Long.parseLong(said(data, OFFSET)),
                UUID.fromString(said(data, EVENT)));
        String types = said(data, TYPES);
        return new CommitData(
                schema,
                new IndexProgress(position, types.isEmpty() ? Set.of() : Set.of(types.split(BETWEEN_TYPES, -1))));
    }

    /** Returns it as Lucene keeps it. */
    Map<String, String> entries() {
        LogPosition position = progress.position();
        return Map.of(
                SCHEMA,
                schema,
                COMMIT,
                Long.toString(position.commit()),
                OFFSET,
                Long.toString(position.offset()),
                EVENT,
                position.event().toString(),
                TYPES,
                String.join(BETWEEN_TYPES, new TreeSet<>(progress.types())));
    }

    /** Returns whether today's code can read the index. */
    boolean isReadable() {
        return schema.equals(Fields.SCHEMA);
    }

    private static String said(Map<String, String> data, String key) {
        return data.getOrDefault(key, "");
    }
}
