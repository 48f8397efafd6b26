// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What to tell a person about a violated constraint, by language. A host's own constraint brings its own message. */
final class ValidationMessages {
    private static final List<String> LANGUAGES = List.of("de", "en");

    private final Map<String, Properties> byLanguage = new TreeMap<>();

    private ValidationMessages() {}

    static ValidationMessages load() {
        ValidationMessages messages = new ValidationMessages();
        for (String language : LANGUAGES) {
            messages.byLanguage.put(language, read("messages_" + language + ".properties"));
        }
        return messages;
    }

    Map<String, String> describe(String code, Map<String, Object> attributes, String otherwise) {
        Map<String, String> texts = new TreeMap<>();
        byLanguage.forEach(
                (language, templates) -> texts.put(language, fill(templates.getProperty(code, otherwise), attributes)));
        return texts;
    }

    private static String fill(String template, Map<String, Object> attributes) {
        String text = template;
        for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
            text = text.replace("{" + attribute.getKey() + "}", String.valueOf(attribute.getValue()));
        }
        return text;
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream resource = ValidationMessages.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("Missing resource " + name);
            }
            try (Reader reader = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
