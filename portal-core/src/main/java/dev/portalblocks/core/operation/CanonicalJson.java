// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Writes a value the same way each time, so that its bytes can be fingerprinted. */
final class CanonicalJson {
    // a lambda: naming the constructor would load what it makes
    private final OnFirstUse<Writer> writer = new OnFirstUse<>(() -> new Writer());

    /** Returns the text of this value. */
    String text(Object value) {
        return writer.get().text(value);
    }

    /** Returns the bytes of its text. */
    byte[] bytes(Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** Apart, as naming the mapper's classes loads them. */
    private static final class Writer {
        private final ObjectMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule().addSerializer(new SortedSet()))
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();

        private String text(Object value) {
            try {
                return mapper.writeValueAsString(value);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(
                        "Not a command: " + value.getClass().getName(), e);
            }
        }
    }

    /** A set has no order of its own, and Java's differs from one process to the next. */
    private static final class SortedSet extends StdSerializer<Set<?>> {
        @Serial
        private static final long serialVersionUID = 1L;

        SortedSet() {
            super(TypeFactory.defaultInstance().constructCollectionType(Set.class, Object.class));
        }

        @Override
        public void serialize(Set<?> set, JsonGenerator into, SerializerProvider provider) throws IOException {
            List<String> texts = new ArrayList<>();
            for (Object element : set) {
                texts.add(((ObjectMapper) into.getCodec()).writeValueAsString(element));
            }
            Collections.sort(texts);
            into.writeStartArray();
            for (String text : texts) {
                into.writeRawValue(text);
            }
            into.writeEndArray();
        }
    }
}
