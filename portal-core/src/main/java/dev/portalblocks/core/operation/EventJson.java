// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.jspecify.annotations.Nullable;

/** The records of events as the texts that a store keeps. Thread-safe. */
final class EventJson {
    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Returns the text of a record.
     *
     * @throws IllegalStateException if the record can't be written
     */
    String text(Record data) {
        try {
            return mapper.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Not the data of an event: " + data.getClass().getName(), e);
        }
    }

    /** Returns the record of a text; null where it isn't one of this type. Nothing is said of why: that would quote the text. */
    <D extends Record> @Nullable D record(String text, Class<D> type) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException | RuntimeException e) {
            return null;
        }
    }
}
