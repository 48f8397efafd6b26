// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that editors write of an entry.
 *
 * @param language the language that it was written in first; a reader for whom there is no other gets it
 * @param texts text by language, 1 to 50; the first language is among them
 * @param audiences for whom it is, 1 to 50
 */
public record FaqContent(
        @NotNull LanguageTag language,
        @NotEmpty @Size(max = 50) Map<@NotNull LanguageTag, @NotNull @Valid FaqText> texts,
        @NotEmpty @Size(max = 50) Set<@NotNull Audience> audiences) {

    /**
     * Copies the collections; languages and audiences are kept in the order of their text. One that JSON does not name is
     * empty. Throws {@link PortalException.InvalidInput} {@code faq-content.language} when there are texts, but none in the
     * first language.
     */
    public FaqContent {
        texts = texts == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(texts));
        audiences = audiences == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(audiences));
        if (language != null && !texts.isEmpty() && !texts.containsKey(language)) {
            throw new PortalException.InvalidInput("faq-content.language");
        }
    }

    /** Returns the content of a public entry in one language. */
    public static FaqContent of(LanguageTag language, String question, String answer) {
        return new FaqContent(language, Map.of(language, new FaqText(question, answer)), Set.of(Audience.PUBLIC));
    }

    /** Returns this content with the text of one language set or replaced. */
    public FaqContent with(LanguageTag translation, String question, String answer) {
        Map<LanguageTag, FaqText> more = new TreeMap<>(texts);
        more.put(translation, new FaqText(question, answer));
        return new FaqContent(language, more, audiences);
    }

    /** Returns this content for these audiences. */
    public FaqContent forAudiences(Audience... readers) {
        return new FaqContent(language, texts, Set.of(readers));
    }

    /** Returns whether somebody who read these before, in one of their languages, may not read this. */
    public boolean isNarrowerThan(FaqContent before) {
        return !audiences.containsAll(before.audiences) || !texts.keySet().containsAll(before.texts.keySet());
    }

    /** Returns the languages that there are, the one that it was written in first. */
    public List<LanguageTag> languages() {
        return Stream.concat(Stream.of(language), texts.keySet().stream().filter(other -> !other.equals(language)))
                .toList();
    }
}
