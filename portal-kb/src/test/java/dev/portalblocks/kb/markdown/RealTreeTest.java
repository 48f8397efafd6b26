// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.crypto.Sha256;
import dev.portalblocks.kb.Editorial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real documentation tree of 3,088 files, from the folder that the environment variable PORTAL_CORPORA names. */
class RealTreeTest {
    private static final String SKIPPED = "SKIPPED: PORTAL_CORPORA names no folder with powershell-docs/reference";

    @Test
    void everyFileIsAnArticleOrRefusedForATrueReason() throws IOException {
        var tree = MarkdownTree.of(corpus());
        List<Reading.Refusal> refused = new ArrayList<>(tree.skipped());
        int articles = 0;
        for (Path file : tree.files()) {
            var reading = MarkdownReader.standard().read(tree.root(), file);
            if (reading instanceof Reading.MarkdownArticle article) {
                articles++;
                assertThat(article.meta().title()).isNotBlank();
                assertThat(article.body()).doesNotContain("\r").doesNotStartWith("\uFEFF");
            } else {
                refused.add((Reading.Refusal) reading);
            }
        }
        assertThat(articles).isGreaterThanOrEqualTo(3_074);
        assertThat(articles + refused.size())
                .isEqualTo(tree.files().size() + tree.skipped().size());
        // In each of the five versions one file says "- %" as an alias, and no plain YAML scalar begins with %.
        assertThat(refused).hasSize(5).allSatisfy(refusal -> {
            assertThat(refusal.code()).isEqualTo("front-matter-not-yaml");
            assertThat(refusal.line()).isEqualTo(9);
            assertThat(refusal.path()).endsWith("/ForEach-Object.md");
        });
    }

    @Test
    void theWholeTreeIsImportedAndASecondImportChangesNothing() throws IOException {
        Path whole = corpus().resolve("..").normalize();
        try (Editorial editorial = new Editorial()) {
            MarkdownImport into = MarkdownImport.into(editorial.knowledge, ImportOptions.named("powershell"));

            ImportReport first = into.run(Editorial.PROGRAM, whole);
            ImportReport second = into.run(Editorial.PROGRAM, whole);

            assertThat(first.files()).isEqualTo(3_089).isEqualTo(first.created() + first.refused());
            assertThat(first.created()).isGreaterThanOrEqualTo(3_074);
            assertThat(second.unchanged()).isEqualTo(first.created());
            assertThat(second.refusals()).isEqualTo(first.refusals());
        }
    }

    @Test
    void theWholeTreeGoesOutAsItCameInAndAgainTheSame(@TempDir Path folder) throws IOException {
        Path whole = corpus().resolve("..").normalize();
        try (Editorial first = new Editorial();
                Editorial second = new Editorial(RolePolicy.standard(), 99)) {
            ImportReport in = MarkdownImport.into(first.knowledge, ImportOptions.named("powershell"))
                    .run(Editorial.PROGRAM, whole);
            ExportReport out = MarkdownExport.of(first.knowledge).run(Editorial.PROGRAM, folder.resolve("1"));
            ImportReport again = MarkdownImport.into(second.knowledge, ImportOptions.named("umzug"))
                    .run(Editorial.PROGRAM, folder.resolve("1"));
            MarkdownExport.of(second.knowledge).run(Editorial.PROGRAM, folder.resolve("2"));

            assertThat(out.articles()).isEqualTo(in.created()).isEqualTo(again.created());
            assertThat(again.refusals()).isEmpty();
            Map<String, String> exported = Trees.hashes(folder.resolve("1"));
            assertThat(Trees.hashes(folder.resolve("2"))).isEqualTo(exported);
            assertSaysTheSame(whole, folder.resolve("1"), exported, out);
        }
    }

    private static void assertSaysTheSame(Path tree, Path export, Map<String, String> exported, ExportReport out)
            throws IOException {
        Map<String, String> bodies = bodies(tree);
        assertThat(bodies(export)).isEqualTo(bodies).hasSize(out.articles());
        Map<String, String> source = Trees.hashes(tree);
        Map<String, String> pictures = new TreeMap<>(exported);
        pictures.keySet()
                .removeIf(path -> LinkedFiles.isArticle(path) || path.endsWith(".yml") || path.endsWith(".json"));
        assertThat(pictures)
                .hasSize(out.files())
                .isNotEmpty()
                .allSatisfy((path, hash) -> assertThat(hash).isEqualTo(source.get(path)));
    }

    private static Map<String, String> bodies(Path root) throws IOException {
        Map<String, String> bodies = new TreeMap<>();
        MarkdownTree tree = MarkdownTree.of(root);
        for (Path file : tree.files()) {
            if (MarkdownReader.standard().read(tree.root(), file) instanceof Reading.MarkdownArticle article) {
                bodies.put(
                        article.path(),
                        article.meta().title() + " " + Sha256.hex(article.body().getBytes(UTF_8)));
            }
        }
        return bodies;
    }

    private static Path corpus() {
        String corpora = System.getenv("PORTAL_CORPORA");
        Path tree = Path.of(corpora == null ? "" : corpora, "powershell-docs", "reference");
        if (corpora == null || !Files.isDirectory(tree)) {
            System.err.println(SKIPPED);
            Assumptions.abort(SKIPPED);
        }
        return tree;
    }
}
