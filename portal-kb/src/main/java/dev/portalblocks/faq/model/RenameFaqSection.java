// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

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
 * Gives a section another title.
 *
 * @param section which section
 * @param title title by language, 1 to 50 languages; one line of 1 to 200 characters each
 * @param expectedVersion the version that the editor saw; null for whatever is there
 */
public record RenameFaqSection(
        @NotNull FaqSectionId section,

        @NotEmpty @Size(max = 50)
        Map<@NotNull LanguageTag, @NotBlank @Size(max = 200) @Pattern(regexp = TextPatterns.ONE_LINE) String> title,

        @Nullable Long expectedVersion) {

    /** Copies the titles; none when JSON names none. */
    public RenameFaqSection {
        title = title == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(title));
    }

    /** Returns the command for whatever is there. */
    public static RenameFaqSection of(FaqSectionId section, LocalizedText title) {
        return new RenameFaqSection(section, title.texts(), null);
    }

    /** Returns this command for the version that the editor saw. */
    public RenameFaqSection expecting(long version) {
        return new RenameFaqSection(section, title, version);
    }
}
