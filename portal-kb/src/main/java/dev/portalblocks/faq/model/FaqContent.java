// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.publishing.model.EditorialContent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        @NotEmpty @Size(max = 50) Set<@NotNull Audience> audiences)
        implements EditorialContent<FaqContent> {

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
        return of(language, FaqText.of(question, answer));
    }

    /** Returns the content of a public entry in one language. */
    public static FaqContent of(LanguageTag language, FaqText text) {
        return new FaqContent(language, Map.of(language, text), Set.of(Audience.PUBLIC));
    }

    /** Returns this content with the text of one language set or replaced. */
    public FaqContent with(LanguageTag translation, String question, String answer) {
        return with(translation, FaqText.of(question, answer));
    }

    /** Returns this content with the text of one language set or replaced. */
    public FaqContent with(LanguageTag translation, FaqText text) {
        Map<LanguageTag, FaqText> more = new TreeMap<>(texts);
        more.put(translation, text);
        return new FaqContent(language, more, audiences);
    }

    /** Returns this content for these audiences. */
    public FaqContent forAudiences(Audience... readers) {
        return new FaqContent(language, texts, Set.of(readers));
    }

    @Override
    public Optional<FaqContent> only(Set<LanguageTag> some) {
        Map<LanguageTag, FaqText> left = new TreeMap<>(texts);
        left.keySet().retainAll(some);
        return left.isEmpty() ? Optional.empty() : Optional.of(new FaqContent(first(left, language), left, audiences));
    }

    @Override
    public FaqContent joining(FaqContent rest, LanguageTag first) {
        Map<LanguageTag, FaqText> all = new TreeMap<>(rest.texts);
        all.putAll(texts);
        return new FaqContent(first(all, first), all, audiences);
    }

    private static LanguageTag first(Map<LanguageTag, FaqText> texts, LanguageTag wanted) {
        return texts.containsKey(wanted) ? wanted : texts.keySet().iterator().next();
    }

    /** Returns whether it is for the same readers; its section is no part of it. */
    @Override
    public boolean isPlacedLike(FaqContent other) {
        return audiences.equals(other.audiences);
    }

    @Override
    public FaqContent placedLike(FaqContent other) {
        return new FaqContent(language, texts, other.audiences);
    }

    /** Returns the languages that there are, the one that it was written in first. */
    public List<LanguageTag> languages() {
        return Stream.concat(Stream.of(language), texts.keySet().stream().filter(other -> !other.equals(language)))
                .toList();
    }
}
