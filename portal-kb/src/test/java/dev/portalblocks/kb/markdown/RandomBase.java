// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.PROGRAM;

import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.ObjectRef;
import dev.portalblocks.kb.Editorial;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleText;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.AssignArticle;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.ImportArticle;
import dev.portalblocks.kb.model.RelateArticle;
import dev.portalblocks.kb.model.RenameArticle;
import dev.portalblocks.kb.model.SourceKey;
import dev.portalblocks.kb.model.UploadAsset;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Fills a knowledge base with what editors and imports may write, awkward most of the time. */
final class RandomBase {
    private static final List<LanguageTag> LANGUAGES =
            List.of(LanguageTag.GERMAN, LanguageTag.ENGLISH, LanguageTag.of("de-CH"), LanguageTag.of("zh-Hant"));
    private static final List<String> WORDS = List.of(
            "Hagel",
            "Ümläut ß",
            "\"",
            "'",
            ": ",
            "#",
            "- ",
            "? ",
            "{a}",
            "[b]",
            "*x",
            "&y",
            "!z",
            "%",
            "@",
            "`",
            "null",
            "~",
            "true",
            "\\",
            "\\n",
            "1.10",
            "2026-01-01",
            " ",
            "  ",
            "\u00a0",
            "\u200e",
            "\u200b",
            "\ufeff",
            "😀",
            "\ue000",
            ", ",
            "---",
            "|",
            ">");
    private static final List<String> BODIES = List.of(
            "",
            " \n",
            "---\nx\n---\n",
            "---\n",
            "a\r\nb\r\n",
            "a  \nb\t \n\n\n",
            "\n\n# Titel\n",
            "\ufeffText",
            "# H\n\nText ohne Ende",
            "...\n",
            "a\rb",
            "\u0001\u2028");
    /** What editors may not publish, and imports may. */
    private static final List<String> UNFIT = List.of("[x](a.md)", "![b](bild.png)", "![](../bild.png)\n");

    private static final List<String> PATHS = List.of(
            "bild.png",
            "Bild.PNG",
            "../bild.png",
            "../../../weit/weg.png",
            "a%20b.png",
            "a b.png",
            "con.txt",
            "x/.y",
            "x.md",
            "C:\\a.png",
            "/etc/passwd",
            "a/../b.svg",
            "ä.pdf",
            "a\u0308.pdf",
            "q?x=1",
            "ordner/",
            "a#b",
            "%2e%2e/%2e%2e/x",
            "categories.yml",
            "portal-export.yml",
            "hagel.md/x.png",
            "x".repeat(400));
    private static final List<String> SOURCES = List.of(
            "a.md",
            "A.md",
            "b/a.md",
            "B/c.md",
            "b/a.md/d.md",
            "b/a.en.md",
            "../x.md",
            "/abs.md",
            "con.md",
            ".hidden/e.md",
            "seite",
            "a.MARKDOWN",
            "ü/ß.md",
            "u\u0308/x.md",
            "a?b*.md",
            "n. /m.md",
            "y".repeat(500) + ".md");
    private static final List<Audience> AUDIENCES = List.of(
            Audience.PUBLIC,
            Audience.SIGNED_IN,
            Audience.role("Agent, Nord"),
            Audience.segment("VIP Gold"),
            Audience.segment("VIP"),
            Audience.owners(ObjectRef.of("product", "hausrat")));

    private final Editorial editorial;
    private final Random random;
    private final List<CategoryId> categories = new ArrayList<>();
    private final List<ArticleId> articles = new ArrayList<>();

    RandomBase(Editorial editorial, Random random) {
        this.editorial = editorial;
        this.random = random;
    }

    void fill(int count) {
        for (int i = 0; i < 6; i++) {
            CategoryId parent = categories.isEmpty() || chance(40) ? null : any(categories);
            LocalizedText name = LocalizedText.german(line(60)).with(LanguageTag.ENGLISH, line(60));
            categories.add(editorial
                    .knowledge
                    .categoryEditor()
                    .create(LENA, new CreateCategory(parent, line(10) + i, name, null))
                    .id());
        }
        for (int i = 0; i < count; i++) {
            add();
        }
        for (ArticleId article : articles) {
            look(article);
        }
    }

    private void add() {
        if (chance(40)) {
            SourceKey source = new SourceKey(chance(50) ? "eins" : "zwei", any(SOURCES));
            editorial.knowledge.intake().put(PROGRAM, new ImportArticle(source, List.of(), content(UNFIT)));
        } else if (chance(80)) {
            articles.add(editorial.publish(content(BODIES)));
        } else {
            ArticleId id = editorial
                    .knowledge
                    .editor()
                    .create(LENA, CreateArticle.of(content(BODIES)))
                    .id();
            articles.add(id);
        }
    }

    private void look(ArticleId article) {
        if (chance(30)) {
            LocalDate day = chance(50) ? LocalDate.of(2027, 1, 1 + random.nextInt(28)) : null;
            editorial.knowledge.care().assign(LENA, AssignArticle.of(article, chance(50) ? line(20) : null, day));
        }
        if (chance(30)) {
            List<ArticleId> others = articles.stream()
                    .filter(other -> !other.equals(article) && chance(20))
                    .limit(20)
                    .toList();
            editorial.knowledge.care().relate(LENA, new RelateArticle(article, others, null));
        }
        if (chance(30)) {
            String slug = "umbenannt-" + articles.indexOf(article);
            editorial.knowledge.care().rename(LENA, RenameArticle.of(article, LanguageTag.GERMAN, slug));
        }
        if (chance(5) && editorial.knowledge.editor().find(LENA, article).published() != null) {
            editorial.knowledge.editor().archive(LENA, ArchiveArticle.of(article));
        }
    }

    private ArticleContent content(List<String> ends) {
        Map<LanguageTag, ArticleText> texts = new HashMap<>();
        LanguageTag first = any(LANGUAGES);
        texts.put(first, text(ends));
        while (chance(40)) {
            texts.put(any(LANGUAGES), text(ends));
        }
        Set<CategoryId> places = new HashSet<>();
        List<String> tags = new ArrayList<>();
        Set<Audience> audiences = new HashSet<>(Set.of(any(AUDIENCES)));
        while (chance(50)) {
            places.add(any(categories));
            tags.add(line(30));
            audiences.add(any(AUDIENCES));
        }
        return new ArticleContent(first, texts, places, tags, audiences, assets());
    }

    private List<Asset> assets() {
        Map<String, Asset> assets = new HashMap<>();
        while (chance(50)) {
            String path = any(PATHS);
            String bytes = "Bild " + random.nextInt(3);
            assets.put(
                    path,
                    editorial
                            .knowledge
                            .editor()
                            .upload(
                                    LENA,
                                    new UploadAsset(path, "image/" + bytes.charAt(5)),
                                    new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8))));
        }
        return List.copyOf(assets.values());
    }

    private ArticleText text(List<String> ends) {
        String title = chance(20) ? "Gleich" : line(300);
        return new ArticleText(title, any(BODIES) + (chance(50) ? "" : any(ends)));
    }

    /** Returns one line that is not blank. */
    private String line(int max) {
        StringBuilder line = new StringBuilder();
        do {
            line.append(any(WORDS));
        } while (chance(60));
        String cut = line.length() > max ? line.substring(0, max / 2) : line.toString();
        return cut.trim().isEmpty() || Character.isHighSurrogate(cut.charAt(cut.length() - 1)) ? "x" + cut + "x" : cut;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
