// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.faq.model.FaqContent;
import dev.portalblocks.faq.model.FaqText;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleText;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.CategoryId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the model calls content, as the portal's and back. */
final class Contents {
    private Contents() {}

    static @Nullable LanguageTag language(@Nullable String language) {
        return language == null ? null : LanguageTag.of(language);
    }

    static ArticleContent article(Session session, Content content) {
        return new ArticleContent(
                LanguageTag.of(content.language()),
                texts(content, text -> new ArticleText(text, "Mehr: " + text)),
                content.categories().stream()
                        .map(name -> CategoryId.of(session.id(name)))
                        .collect(Collectors.toSet()),
                List.of(),
                audiences(content),
                content.assets().stream().map(session::asset).toList());
    }

    static FaqContent entry(Content content) {
        return new FaqContent(
                LanguageTag.of(content.language()),
                texts(content, text -> FaqText.of(text, "Mehr: " + text)),
                audiences(content));
    }

    static @Nullable Content of(Session session, @Nullable ArticleContent found) {
        if (found == null) {
            return null;
        }
        return new Content(
                found.language().value(),
                plain(found.texts(), text -> intact(text.title(), text.body())),
                tokens(found.audiences()),
                names(session, found.categories()),
                names(session, found.assets()));
    }

    static @Nullable Content of(@Nullable FaqContent found) {
        if (found == null) {
            return null;
        }
        return new Content(
                found.language().value(),
                plain(found.texts(), text -> intact(text.question(), text.answer())),
                tokens(found.audiences()),
                Set.of(),
                List.of());
    }

    /** Returns the text that was written down as both of these, or what became of it. */
    static String intact(String title, String body) {
        return body.equals("Mehr: " + title) ? title : title + " / " + body;
    }

    static Set<String> names(Session session, Set<CategoryId> categories) {
        return categories.stream()
                .map(CategoryId::value)
                .map(session::name)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    static List<String> names(Session session, List<Asset> assets) {
        return assets.stream()
                .map(Asset::content)
                .<UUID>map(content -> content.value())
                .map(session::name)
                .toList();
    }

    static List<String> languages(List<LanguageTag> tags) {
        return tags.stream().map(LanguageTag::value).toList();
    }

    private static <T> Map<LanguageTag, T> texts(Content content, Function<String, T> as) {
        Map<LanguageTag, T> texts = new TreeMap<>();
        content.texts().forEach((language, text) -> texts.put(LanguageTag.of(language), as.apply(text)));
        return texts;
    }

    private static <T> Map<String, String> plain(Map<LanguageTag, T> texts, Function<T, String> as) {
        Map<String, String> plain = new TreeMap<>();
        texts.forEach((language, text) -> plain.put(language.value(), as.apply(text)));
        return plain;
    }

    private static Set<Audience> audiences(Content content) {
        return content.audiences().stream().map(Audience::of).collect(Collectors.toSet());
    }

    private static Set<String> tokens(Set<Audience> audiences) {
        return audiences.stream().map(Audience::token).collect(Collectors.toSet());
    }
}
