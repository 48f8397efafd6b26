// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portalblocks.rendering.model.ContentsEntry;
import dev.portalblocks.rendering.model.Rendered;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A real documentation tree, as untidy as real trees are. */
class RealTextsTest {
    /** Each so manieth page is parsed again by another parser, cleaned again and inspected; in the deep run all are. */
    private static final int CHECKED = Boolean.getBoolean("portal.deep") ? 1 : 10;

    private static final String CORPORA = System.getenv().getOrDefault("PORTAL_CORPORA", "");

    @Test
    void everyFileOfARealTreeIsRendered() throws IOException {
        if (CORPORA.isEmpty()) {
            System.out.println("SKIPPED: PORTAL_CORPORA is not set, so no real tree was rendered");
        }
        assumeTrue(!CORPORA.isEmpty(), "PORTAL_CORPORA names the folder with powershell-docs");
        List<Path> files;
        try (Stream<Path> tree = Files.walk(Path.of(CORPORA, "powershell-docs"))) {
            files = tree.filter(file -> file.toString().endsWith(".md")).toList();
        }
        long headings = 0;
        long references = 0;
        for (Path file : files) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            Rendered rendered = Renderer.standard().render(text, TextLinks.asWritten());
            if (files.indexOf(file) % CHECKED == 0) {
                HostileTextsTest.isClean(rendered.html(), file.toString());
                references += Inspection.of(text).references().size();
            }
            assertThat(rendered.plainText()).as("%s", file).isNotBlank();
            assertThat(rendered.contents())
                    .as("%s", file)
                    .extracting(ContentsEntry::anchor)
                    .doesNotHaveDuplicates()
                    .allSatisfy(anchor -> assertThat(rendered.html()).contains("id=\"" + anchor + "\""));
            headings += rendered.contents().size();
        }
        System.out.printf("Real tree: %d files, %d headings, %d references%n", files.size(), headings, references);
        assertThat(files).hasSize(3_089);
        assertThat(headings).isGreaterThan(30_000);
        assertThat(references).isGreaterThan(30_000 / CHECKED);
    }
}
