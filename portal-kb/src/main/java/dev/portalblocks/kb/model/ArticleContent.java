// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.model;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.TextPatterns;
import dev.portalblocks.publishing.model.EditorialContent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All that editors write of an article: what a draft holds, and what is published.
 *
 * @param language the language that it was written in first; a reader for whom there is no other gets it
 * @param texts text by language, 1 to 50; the first language is among them
 * @param categories where it stands; may be several, or none
 * @param tags words that it is filed under, 50 at most; one line of 100 characters each
 * @param audiences for whom it is, 1 to 50
 * @param assets its pictures and files, 500 at most
 */
public record ArticleContent(
        @NotNull LanguageTag language,
        @NotEmpty @Size(max = 50) Map<@NotNull LanguageTag, @NotNull @Valid ArticleText> texts,
        @Size(max = 50) Set<@NotNull CategoryId> categories,
        @Size(max = 50) List<@NotBlank @Size(max = 100) @Pattern(regexp = TextPatterns.ONE_LINE) String> tags,
        @NotEmpty @Size(max = 50) Set<@NotNull Audience> audiences,
        @Size(max = 500) List<@NotNull @Valid Asset> assets)
        implements EditorialContent<ArticleContent> {

    /**
     * Copies the collections; languages and audiences are kept in the order of their text. One that JSON does not name is
     * empty.
     */
    public ArticleContent {
        texts = texts == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(texts));
        categories = categories == null ? Set.of() : Set.copyOf(categories);
        tags = tags == null ? List.of() : List.copyOf(tags);
        audiences = audiences == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(audiences));
        assets = assets == null ? List.of() : List.copyOf(assets);
    }

    /** Returns the content of a public article in one language, without category, tag or picture. */
    public static ArticleContent of(LanguageTag language, String title, String body) {
        return new ArticleContent(
                language,
                Map.of(language, new ArticleText(title, body)),
                Set.of(),
                List.of(),
                Set.of(Audience.PUBLIC),
                List.of());
    }

    /** Returns this content with the text of one language set or replaced. */
    public ArticleContent with(LanguageTag translation, String title, String body) {
        Map<LanguageTag, ArticleText> more = new TreeMap<>(texts);
        more.put(translation, new ArticleText(title, body));
        return new ArticleContent(language, more, categories, tags, audiences, assets);
    }

    /** Returns this content for these audiences. */
    public ArticleContent forAudiences(Audience... readers) {
        return new ArticleContent(language, texts, categories, tags, Set.of(readers), assets);
    }

    /** Returns this content in these categories. */
    public ArticleContent in(CategoryId... places) {
        return new ArticleContent(language, texts, Set.of(places), tags, audiences, assets);
    }

    /** Returns this content under these tags. */
    public ArticleContent tagged(String... words) {
        return new ArticleContent(language, texts, categories, List.of(words), audiences, assets);
    }

    /** Returns this content with these pictures and files. */
    public ArticleContent withAssets(List<Asset> files) {
        return new ArticleContent(language, texts, categories, tags, audiences, files);
    }

    @Override
    public Optional<ArticleContent> only(Set<LanguageTag> some) {
        Map<LanguageTag, ArticleText> left = new TreeMap<>(texts);
        left.keySet().retainAll(some);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        LanguageTag first =
                left.containsKey(language) ? language : left.keySet().iterator().next();
        return Optional.of(new ArticleContent(first, left, categories, tags, audiences, assets));
    }

    /** Both with their pictures, as what other languages show is still needed; of one path the newest counts. */
    @Override
    public ArticleContent joining(ArticleContent rest, LanguageTag first) {
        Map<LanguageTag, ArticleText> all = new TreeMap<>(rest.texts);
        all.putAll(texts);
        List<Asset> pictures = new ArrayList<>(assets);
        rest.assets.stream()
                .filter(old -> assets.stream().noneMatch(asset -> asset.path().equals(old.path())))
                .forEach(pictures::add);
        return new ArticleContent(
                all.containsKey(first) ? first : all.keySet().iterator().next(),
                all,
                categories,
                tags,
                audiences,
                pictures);
    }

    /** Returns this content in none of these categories. */
    public ArticleContent outOf(Set<CategoryId> gone) {
        CategoryId[] left =
                categories.stream().filter(category -> !gone.contains(category)).toArray(CategoryId[]::new);
        return left.length == categories.size() ? this : in(left);
    }

    /** Returns whether it is for the same readers, in the same categories and under the same tags. */
    @Override
    public boolean isPlacedLike(ArticleContent other) {
        return audiences.equals(other.audiences) && categories.equals(other.categories) && tags.equals(other.tags);
    }

    /** Returns this content for the readers, in the categories and under the tags of another. */
    @Override
    public ArticleContent placedLike(ArticleContent other) {
        return new ArticleContent(language, texts, other.categories, other.tags, other.audiences, assets);
    }

    /** Returns the languages that there are, the one that it was written in first. */
    public List<LanguageTag> languages() {
        return Stream.concat(Stream.of(language), texts.keySet().stream().filter(other -> !other.equals(language)))
                .toList();
    }
}
