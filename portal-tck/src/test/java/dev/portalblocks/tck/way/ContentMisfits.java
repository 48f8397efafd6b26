// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleText;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CreateArticle;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What an article's content can't be. */
final class ContentMisfits {
    private static final String HASH = "0".repeat(64);

    private ContentMisfits() {}

    static List<Misfit> all() {
        return List.of(
                text("title", "not-blank", new ArticleText(" ", "")),
                text("title", "size", new ArticleText(Misfit.text(301), "")),
                text("title", "pattern", new ArticleText("Titel\nzweite Zeile", "")),
                text("body", "pattern", new ArticleText("Titel", "\u0000")),
                text("body", "not-null", new ArticleText("Titel", null)),
                text("body", "size", new ArticleText("Titel", Misfit.text(10_000_001))),
                content(
                        "language",
                        "language",
                        "not-null",
                        good -> new ArticleContent(
                                null, good.texts(), Set.of(), List.of(), good.audiences(), List.of())),
                content(
                        "texts",
                        "texts",
                        "not-empty",
                        good -> new ArticleContent(
                                good.language(), Map.of(), Set.of(), List.of(), good.audiences(), List.of())),
                content("texts", "texts", "size", ContentMisfits::inManyLanguages),
                content("categories", "categories", "size", good -> good.in(ids(51))),
                content("tags", "tags", "size", good -> good.tagged(words(51, Integer::toString))),
                content("tags", "tags[0].<list element>", "not-blank", good -> good.tagged(" ")),
                content("tags", "tags[0].<list element>", "size", good -> good.tagged(Misfit.text(101))),
                content("tags", "tags[0].<list element>", "pattern", good -> good.tagged("a\r\nb")),
                content("audiences", "audiences", "not-empty", good -> good.forAudiences()),
                content("audiences", "audiences", "size", good -> good.forAudiences(roles(51))),
                content("assets", "assets", "size", good -> good.withAssets(Collections.nCopies(501, asset("p", "m")))),
                asset("path", "not-blank", asset(" ", "image/png")),
                asset("path", "size", asset(Misfit.text(501), "image/png")),
                asset("path", "pattern", asset("a\r\nb.png", "image/png")),
                asset("mediaType", "not-blank", asset("a.png", " ")),
                asset("mediaType", "pattern", asset("a.png", "image/png\r\nSet-Cookie: a=b")),
                asset("mediaType", "size", asset("a.png", Misfit.text(101))),
                asset("content", "not-null", new Asset("a.png", null, "image/png", 1, HASH)),
                asset("sha256", "size", new Asset("a.png", ref(), "image/png", 1, Misfit.text(65))));
    }

    private static Misfit text(String field, String code, ArticleText text) {
        return of(
                "ArticleText." + field,
                "content.texts[de]." + field,
                code,
                good -> new ArticleContent(
                        good.language(),
                        Map.of(LanguageTag.GERMAN, text),
                        Set.of(),
                        List.of(),
                        good.audiences(),
                        List.of()));
    }

    private static Misfit content(
            String field, String path, String code, Function<ArticleContent, ArticleContent> bad) {
        return of("ArticleContent." + field, "content." + path, code, bad);
    }

    private static Misfit asset(String field, String code, Asset asset) {
        return of("Asset." + field, "content.assets[0]." + field, code, good -> good.withAssets(List.of(asset)));
    }

    private static Misfit of(String field, String path, String code, Function<ArticleContent, ArticleContent> bad) {
        return new Misfit(
                field,
                path,
                code,
                (portal, actor, target) -> portal.knowledge
                                .editor()
                                .create(actor, CreateArticle.of(bad.apply(SampleArticles.article("Titel"))))
                        != null);
    }

    private static Asset asset(String path, String mediaType) {
        return new Asset(path, ref(), mediaType, 1, HASH);
    }

    private static ContentRef ref() {
        return ContentRef.of(new UUID(1, 1));
    }

    private static ArticleContent inManyLanguages(ArticleContent good) {
        ArticleContent many = good;
        for (int number = 0; number < 50; number++) {
            many = many.with(
                    LanguageTag.of("a" + (char) ('a' + number / 26) + (char) ('a' + number % 26)), "Titel", "");
        }
        return many;
    }

    private static CategoryId[] ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> CategoryId.of(new UUID(1, number)))
                .toArray(CategoryId[]::new);
    }

    private static Audience[] roles(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Audience.role("r" + number))
                .collect(Collectors.toSet())
                .toArray(Audience[]::new);
    }

    private static String[] words(int count, IntFunction<String> word) {
        return IntStream.range(0, count).mapToObj(word).toArray(String[]::new);
    }
}
