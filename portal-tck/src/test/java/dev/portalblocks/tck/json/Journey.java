// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.json;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The way of one sample through every {@link Mapper} and back. Answers with complaints, none when all is well. */
final class Journey {
    private static final JsonMapper TREES = JsonMapper.builder().build();
    private static final Pattern CLASS_NAME = Pattern.compile("@class|\\b(dev\\.portalblocks|java|javax)\\.[a-z]+\\.");

    private final Samples.Sample sample;
    private final List<String> complaints = new ArrayList<>();

    private Journey(Samples.Sample sample) {
        this.sample = sample;
    }

    static List<String> complaints(Samples.Sample sample) {
        Journey journey = new Journey(sample);
        journey.travel();
        return journey.complaints.stream()
                .map(complaint -> sample.type().getName() + ": " + complaint)
                .toList();
    }

    private void travel() {
        Map<Mapper, byte[]> texts = new EnumMap<>(Mapper.class);
        for (Mapper mapper : Mapper.values()) {
            try {
                texts.put(mapper, mapper.write(sample.value()));
            } catch (RuntimeException e) {
                complaints.add("can't be written by " + mapper + ", " + e.getMessage());
            }
        }
        texts.forEach((writer, json) -> Stream.of(Mapper.values()).forEach(reader -> readBack(writer, reader, json)));
        texts.values().stream()
                .findFirst()
                .ifPresent(first -> texts.forEach((writer, json) -> compare(writer, first, json)));
    }

    private void readBack(Mapper writer, Mapper reader, byte[] json) {
        try {
            Object back = reader.read(json, sample.type(), sample.arguments());
            if (!sample.value().equals(back)) {
                complaints.add("is another after " + writer + " and " + reader + ", " + text(json));
            }
        } catch (RuntimeException e) {
            complaints.add("can't be read by " + reader + " from " + writer + ", " + e.getMessage());
        }
    }

    private void compare(Mapper writer, byte[] first, byte[] json) {
        JsonNode tree = tree(json);
        if (!tree.equals(tree(first))) {
            complaints.add("is other JSON with " + writer + ", " + text(json) + " instead of " + text(first));
        }
        if (CLASS_NAME.matcher(text(json)).find()) {
            complaints.add("names a class with " + writer + ", " + text(json));
        }
        if (!isOneValue() && !names(tree).equals(components())) {
            complaints.add("has the properties " + names(tree) + " with " + writer + " instead of " + components());
        }
    }

    /** A property that is no component is written only where the record says so, and then it is ignored on reading. */
    private List<String> components() {
        List<String> names = new ArrayList<>();
        JsonIgnoreProperties more = sample.type().getAnnotation(JsonIgnoreProperties.class);
        if (more != null && more.allowGetters()) {
            names.addAll(List.of(more.value()));
        }
        Stream.of(sample.type().getRecordComponents()).forEach(component -> names.add(component.getName()));
        return names;
    }

    private boolean isOneValue() {
        return Stream.of(sample.type().getDeclaredMethods())
                .anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    private static List<String> names(JsonNode tree) {
        List<String> names = new ArrayList<>();
        tree.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode tree(byte[] json) {
        try {
            return TREES.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
