// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.lucene;

import dev.portalblocks.core.event.LogPosition;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.search.spi.IndexProgress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private static final String OWED = "owed";
    /** No base64 has it. */
    private static final String BETWEEN_OWED = ",";
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
        Set<String> kinds = types.isEmpty() ? Set.of() : Set.of(types.split(BETWEEN_TYPES, -1));
        return new CommitData(schema, new IndexProgress(position, kinds, owed(said(data, OWED))));
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
                String.join(BETWEEN_TYPES, new TreeSet<>(progress.types())),
                OWED,
                written(progress.owed()));
    }

    /** Returns whether today's code can read the index. */
    boolean isReadable() {
        return schema.equals(Fields.SCHEMA);
    }

    private static String written(Set<ObjectRef> owed) {
        return owed.stream()
                .map(object -> object.toString().getBytes(StandardCharsets.UTF_8))
                .map(Base64.getEncoder()::encodeToString)
                .collect(Collectors.joining(BETWEEN_OWED));
    }

    private static Set<ObjectRef> owed(String written) {
        return Stream.of(written.split(BETWEEN_OWED, -1))
                .filter(object -> !object.isEmpty())
                .map(object -> new String(Base64.getDecoder().decode(object), StandardCharsets.UTF_8))
                .map(ObjectRef::parse)
                .collect(Collectors.toSet());
    }

    private static String said(Map<String, String> data, String key) {
        return data.getOrDefault(key, "");
    }
}
