// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.kb.Editorial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

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
