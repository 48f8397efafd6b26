// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleText;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.ContentDifference;
import dev.portalblocks.kb.model.TextDifference;
import dev.portalblocks.kb.model.ValueDifference;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares two contents of an article: pure. */
final class ContentDifferences {
    private static final ArticleText NOTHING = new ArticleText("", "");

    private ContentDifferences() {}

    static ContentDifference of(ArticleContent first, ArticleContent second) {
        return new ContentDifference(
                texts(first, second),
                values(first.categories(), second.categories(), CategoryId::toString),
                values(first.tags(), second.tags(), Function.identity()),
                values(first.audiences(), second.audiences(), Audience::token),
                assets(first.assets(), second.assets()));
    }

    private static Map<LanguageTag, TextDifference> texts(ArticleContent first, ArticleContent second) {
        Set<LanguageTag> languages = new TreeSet<>(first.texts().keySet());
        languages.addAll(second.texts().keySet());
        Map<LanguageTag, TextDifference> differences = new TreeMap<>();
        for (LanguageTag language : languages) {
            ArticleText before = first.texts().getOrDefault(language, NOTHING);
            ArticleText after = second.texts().getOrDefault(language, NOTHING);
            if (!before.equals(after)) {
                differences.put(
                        language,
                        new TextDifference(
                                TextDifferences.of(before.title(), after.title()),
                                TextDifferences.of(before.body(), after.body())));
            }
        }
        return differences;
    }

    private static ValueDifference assets(List<Asset> first, List<Asset> second) {
        return new ValueDifference(
                paths(first.stream().filter(asset -> !second.contains(asset)).toList()),
                paths(second.stream().filter(asset -> !first.contains(asset)).toList()));
    }

    private static List<String> paths(List<Asset> assets) {
        return assets.stream().map(Asset::path).distinct().sorted().toList();
    }

    private static <T> ValueDifference values(Collection<T> first, Collection<T> second, Function<T, String> name) {
        Set<String> before = names(first, name);
        Set<String> after = names(second, name);
        return new ValueDifference(without(before, after), without(after, before));
    }

    private static <T> Set<String> names(Collection<T> all, Function<T, String> name) {
        return all.stream().map(name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> without(Set<String> all, Set<String> others) {
        return all.stream().filter(name -> !others.contains(name)).sorted().toList();
    }
}
