// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import static dev.portalblocks.kb.Editorial.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.kb.Editorial;
import dev.portalblocks.kb.model.ArticleText;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.ExportedArticle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes out comes in again as what it was, whatever the base holds. */
class RoundTripTest {
    private static final int FIXED_SEEDS = 25;
    private static final int ARTICLES = 25;

    @TempDir
    private Path folder;

    @Test
    void anyBaseComesBackAsItWasAndGoesOutAsItDidBefore() throws IOException {
        for (long seed = 1; seed <= FIXED_SEEDS; seed++) {
            assertComesBack(seed);
        }
        assertComesBack(Long.getLong("portal.seed", System.nanoTime()));
    }

    private void assertComesBack(long seed) throws IOException {
        try (Editorial before = new Editorial();
                Editorial after = new Editorial(RolePolicy.standard(), 99)) {
            new RandomBase(before, new Random(seed)).fill(ARTICLES);
            Path first = folder.resolve(seed + "-1");
            Path second = folder.resolve(seed + "-2");

            ExportReport report = MarkdownExport.of(before.knowledge).run(PROGRAM, first);
            ImportReport imported = MarkdownImport.into(after.knowledge, ImportOptions.named("umzug"))
                    .run(PROGRAM, first);
            MarkdownExport.of(after.knowledge).run(PROGRAM, second);

            assertThat(imported.refusals()).as("seed %s", seed).isEmpty();
            assertThat(imported.remarks().stream()
                            .filter(remark -> !remark.note().code().startsWith("link")))
                    .as("seed %s", seed)
                    .isEmpty();
            assertThat(imported.created()).as("seed %s", seed).isEqualTo(report.articles());
            assertThat(imported.created() + imported.translations()).isEqualTo(report.texts());
            assertThat(says(after)).as("seed %s", seed).isEqualTo(says(before));
            assertThat(Trees.hashes(second)).as("seed %s", seed).isEqualTo(Trees.hashes(first));
        }
    }

    /** Returns all that is published, but for where bytes are kept and where files came from. */
    private static List<Object> says(Editorial editorial) {
        List<Object> all = new ArrayList<>();
        editorial
                .knowledge
                .export()
                .list(PROGRAM, PageRequest.first(200))
                .items()
                .forEach(article -> all.add(List.of(
                        article.id(),
                        texts(article),
                        article.categories(),
                        article.content().language(),
                        article.content().tags().stream().distinct().toList(),
                        article.content().audiences(),
                        article.content().assets().stream()
                                .map(RoundTripTest::asset)
                                .toList(),
                        article.settings().related(),
                        String.valueOf(article.settings().owner()),
                        String.valueOf(article.settings().reviewBy()),
                        editorial.knowledge.care().slugs(PROGRAM, article.id()).stream()
                                .filter(slug -> article.content().texts().containsKey(slug.language()))
                                .map(slug -> slug.language() + " " + slug.slug() + " " + slug.current())
                                .sorted()
                                .toList())));
        return all;
    }

    private static Map<Object, Object> texts(ExportedArticle article) {
        Map<Object, Object> texts = new TreeMap<>();
        article.content().texts().forEach((language, text) -> texts.put(language, normal(text)));
        return texts;
    }

    private static ArticleText normal(ArticleText text) {
        return new ArticleText(text.title(), text.body().replace("\r\n", "\n").replace('\r', '\n'));
    }

    private static List<Object> asset(Asset asset) {
        return List.of(asset.path(), asset.mediaType(), asset.size(), asset.sha256());
    }
}
