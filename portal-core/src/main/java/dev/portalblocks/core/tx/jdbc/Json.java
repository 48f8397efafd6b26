// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.tx.jdbc;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.portalblocks.core.model.PortalException.StorageFailure;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes what a row keeps as a whole: the parts of an object that nobody searches or sorts by. A component that is not in the
 * text any more, or not yet, does no harm. Thread-safe.
 */
public final class Json {
    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    // made once for a class: asking the mapper by the class looks its type up each time, for each row
    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();
    private final Map<Class<?>, ObjectWriter> writers = new ConcurrentHashMap<>();

    Json() {}

    /** Returns the value as JSON, in UTF-8. */
    public byte[] bytes(Object value) {
        try {
            return writers.computeIfAbsent(value.getClass(), mapper::writerFor).writeValueAsBytes(value);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "Not to be written: " + value.getClass().getName(), e);
        }
    }

    /** Returns the value of this JSON; a {@link StorageFailure} {@code storage.unreadable} where it is none of the type. */
    public <T> T read(byte[] json, Class<T> type) {
        return read(json, JsonType.of(type));
    }

    /** Returns the value of this JSON, as {@link #read(byte[], Class)} does, of a type with arguments. */
    public <T> T read(byte[] json, JsonType<T> type) {
        try {
            return readers.computeIfAbsent(type.type(), wanted -> mapper.readerFor(mapper.constructType(wanted)))
                    .readValue(json);
        } catch (IOException e) {
            // without its cause, which quotes the text
            throw new StorageFailure(
                    "storage.unreadable", false, new IOException(type.type().getTypeName()));
        }
    }
}
