// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TextPatterns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings an article in from outside and publishes it: a new one, or a new revision of the one that came from the same
 * place before.
 *
 * @param source where it comes from
 * @param categories keys of the category that it stands in, from the top, 20 at most; those that are missing are made. Without a key it
 *     stands where the content says
 * @param content what it says; its own categories are replaced by these
 * @param id what the article is called where it comes from: the article of this id, if none came from the same place; a new article has it,
 *     too. Null for one that the library makes
 * @param slugs what it is called in addresses, by language: the first now, the others before, 100 at most of a language. One that another article has or had
 *     is left to that; a language that is not here keeps what it has
 */
public record ImportArticle(
        @NotNull @Valid SourceKey source,
        @Size(max = 20) List<@NotBlank @Size(max = 100) @Pattern(regexp = TextPatterns.ONE_LINE) String> categories,
        @NotNull @Valid ArticleContent content,
        @Nullable ArticleId id,

        @Size(max = 50)
        Map<
                        LanguageTag,
                        @NotEmpty @Size(max = ImportArticle.MAX_SLUGS) List<
                                @NotNull @Size(max = RenameArticle.MAX_SLUG) @Pattern(regexp = RenameArticle.SLUG)
                                String>>
                slugs) {
    /** The most slugs of a language that an import brings. */
    public static final int MAX_SLUGS = 100;

    /** Copies the collections; empty when JSON names none. */
    public ImportArticle {
        categories = categories == null ? List.of() : List.copyOf(categories);
        slugs = slugs == null ? Map.of() : copied(slugs);
    }

    /** Takes what says no more than where it stands. */
    public ImportArticle(SourceKey source, List<String> categories, ArticleContent content) {
        this(source, categories, content, null, Map.of());
    }

    private static Map<LanguageTag, List<String>> copied(Map<LanguageTag, List<String>> slugs) {
        return Collections.unmodifiableMap(slugs.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, named -> List.copyOf(named.getValue()), (a, b) -> a, TreeMap::new)));
    }
}
