// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.TextPatterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Adds a section behind the others.
 *
 * @param title title by language, 1 to 50 languages; one line of 1 to 200 characters each
 * @param idempotencyKey the caller's name for this attempt; null if it takes no care
 */
public record AddFaqSection(
        @NotEmpty @Size(max = 50)
        Map<@NotNull LanguageTag, @NotBlank @Size(max = 200) @Pattern(regexp = TextPatterns.ONE_LINE) String> title,

        @Nullable IdempotencyKey idempotencyKey) {

    /** Copies the titles; none when JSON names none. */
    public AddFaqSection {
        title = title == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(title));
    }

    /** Returns the command without a key. */
    public static AddFaqSection of(LocalizedText title) {
        return new AddFaqSection(title.texts(), null);
    }

    /** Returns this command under a key. */
    public AddFaqSection once(IdempotencyKey key) {
        return new AddFaqSection(title, key);
    }
}
