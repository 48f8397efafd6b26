// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line of text in several languages.
 *
 * @param texts text by language; 1 to 50 languages, 1 to 2,000 characters each; iterated in the order of the tags
 */
public record LocalizedText(
        @JsonValue @Size(max = 50)
        Map<LanguageTag, @NotBlank @Size(max = 2_000) @Pattern(regexp = TextPatterns.ONE_LINE) String> texts) {
    /** Copies the texts; throws {@link PortalException.InvalidInput} when there are none. */
    public LocalizedText {
        if (texts.isEmpty()) {
            throw new PortalException.InvalidInput("localized-text.empty");
        }
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    /** Returns the text in these languages. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LocalizedText of(Map<LanguageTag, String> texts) {
        return new LocalizedText(texts);
    }

    /** Returns a text that exists in one language. */
    public static LocalizedText of(LanguageTag language, String text) {
        return new LocalizedText(Map.of(language, text));
    }

    /** Returns a German text. */
    public static LocalizedText german(String text) {
        return of(LanguageTag.GERMAN, text);
    }

    /** Returns this text with one language set or replaced. */
    public LocalizedText with(LanguageTag language, String text) {
        Map<LanguageTag, String> more = new TreeMap<>(texts);
        more.put(language, text);
        return new LocalizedText(more);
    }

    /**
     * Returns the text that a reader of {@code wanted} gets: in that language, else what it falls back to, else the
     * tenant's default, else the first there is, and in which language that is.
     */
    public Localized resolve(LanguageTag wanted, LanguageTag tenantDefault) {
        LanguageTag served = LanguageTag.firstAvailable(wanted.fallbackTo(tenantDefault), texts.keySet())
                .orElseGet(() -> texts.keySet().iterator().next());
        return new Localized(served, texts.getOrDefault(served, ""));
    }

    /**
     * The text that was served.
     *
     * @param language in which language it is
     * @param text the text
     */
    public record Localized(LanguageTag language, String text) {}
}
