// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search.model;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TextPatterns;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;

/**
 * Terms that mean the same in one language, each a word or a few. Who asks for one of {@code terms} finds the others as well;
 * with {@code finds}, they find these instead, but nobody who asks for one of these finds the former. Case, and in German
 * also umlauts and ß, make no other term.
 *
 * @param language the language of all of them; it counts for readers of this language, and for those who fall back to it
 * @param terms what somebody asks for, 1 to 20; at least two where {@code finds} is empty
 * @param finds what is found then as well, 20 at most; empty where the terms find each other
 */
public record SynonymTerms(
        @NotNull LanguageTag language,

        @NotEmpty @Size(max = 20)
        List<@NotBlank @Size(max = 100) @Pattern(regexp = TextPatterns.ONE_LINE) String> terms,

        @Size(max = 20) List<@NotBlank @Size(max = 100) @Pattern(regexp = TextPatterns.ONE_LINE) String> finds) {
    /** Copies the lists; one that JSON does not name is empty. */
    public SynonymTerms {
        terms = terms == null ? List.of() : List.copyOf(terms);
        finds = finds == null ? List.of() : List.copyOf(finds);
    }

    /** Returns terms that find each other. */
    public static SynonymTerms of(LanguageTag language, String... terms) {
        return new SynonymTerms(language, List.of(terms), List.of());
    }

    /** Returns these terms, finding those in one direction only. */
    public SynonymTerms finding(String... others) {
        return new SynonymTerms(language, terms, List.of(others));
    }

    /** Returns what who asks for one of the terms finds as well. */
    public List<String> foundBy(String term) {
        List<String> others = new ArrayList<>(finds.isEmpty() ? terms : finds);
        others.remove(term);
        return List.copyOf(others);
    }
}
