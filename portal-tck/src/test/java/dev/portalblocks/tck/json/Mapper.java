// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.json;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.cfg.DateTimeFeature;

/** A host's own mapper, without a module of ours. */
enum Mapper {
    JACKSON_2 {
        @Override
        byte[] write(Object value) {
            return write2(AS_IT_COMES, value);
        }

        @Override
        Object read(byte[] json, Class<?> type, List<Class<?>> arguments) {
            return read2(AS_IT_COMES, json, type, arguments);
        }
    },
    JACKSON_2_WITHOUT_TIMESTAMPS {
        @Override
        byte[] write(Object value) {
            return write2(WITHOUT_TIMESTAMPS, value);
        }

        @Override
        Object read(byte[] json, Class<?> type, List<Class<?>> arguments) {
            return read2(WITHOUT_TIMESTAMPS, json, type, arguments);
        }
    },
    JACKSON_3 {
        @Override
        byte[] write(Object value) {
            return NEXT.writeValueAsBytes(value);
        }

        @Override
        Object read(byte[] json, Class<?> type, List<Class<?>> arguments) {
            return read3(NEXT, json, type, arguments);
        }
    },
    JACKSON_3_WITH_TIMESTAMPS {
        @Override
        byte[] write(Object value) {
            return NEXT_WITH_TIMESTAMPS.writeValueAsBytes(value);
        }

        @Override
        Object read(byte[] json, Class<?> type, List<Class<?>> arguments) {
            return read3(NEXT_WITH_TIMESTAMPS, json, type, arguments);
        }
    };

    private static final com.fasterxml.jackson.databind.json.JsonMapper AS_IT_COMES =
            com.fasterxml.jackson.databind.json.JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .build();
    private static final com.fasterxml.jackson.databind.json.JsonMapper WITHOUT_TIMESTAMPS =
            com.fasterxml.jackson.databind.json.JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();
    private static final tools.jackson.databind.json.JsonMapper NEXT =
            tools.jackson.databind.json.JsonMapper.builder().build();
    private static final tools.jackson.databind.json.JsonMapper NEXT_WITH_TIMESTAMPS =
            tools.jackson.databind.json.JsonMapper.builder()
                    .enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    abstract byte[] write(Object value);

    abstract Object read(byte[] json, Class<?> type, List<Class<?>> arguments);

    private static byte[] write2(com.fasterxml.jackson.databind.json.JsonMapper mapper, Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object read2(
            com.fasterxml.jackson.databind.json.JsonMapper mapper,
            byte[] json,
            Class<?> type,
            List<Class<?>> arguments) {
        Class<?>[] parameters = arguments.toArray(Class<?>[]::new);
        try {
            return mapper.readValue(json, mapper.getTypeFactory().constructParametricType(type, parameters));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object read3(
            tools.jackson.databind.json.JsonMapper mapper, byte[] json, Class<?> type, List<Class<?>> arguments) {
        Class<?>[] parameters = arguments.toArray(Class<?>[]::new);
        return mapper.readValue(json, mapper.getTypeFactory().constructParametricType(type, parameters));
    }
}
