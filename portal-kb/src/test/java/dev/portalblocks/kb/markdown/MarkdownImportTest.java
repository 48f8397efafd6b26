// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import static dev.portalblocks.kb.Editorial.ERIKA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static dev.portalblocks.kb.Editorial.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.Editorial;
import dev.portalblocks.kb.model.Article;
import dev.portalblocks.kb.model.ArticleState;
import dev.portalblocks.kb.model.ArticleSummary;
import dev.portalblocks.kb.model.CategorySummary;
import dev.portalblocks.kb.model.ImportedArticle;
import dev.portalblocks.kb.model.SourceKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownImportTest {
    @TempDir
    private Path tree;

    private final Editorial editorial = new Editorial();
    private final ImportOptions options = ImportOptions.named("handbuch");

    @AfterEach
    void close() {
        editorial.close();
    }

    @Test
    void aFileBecomesAnArticleWithWhatItSaysOfItself() throws IOException {
        write(
                "kfz/schaden/melden.md",
                "---\ntitle: Schaden melden\nlocale: en\ntags: [unfall]\naudience: signed-in\n---\nText");

        ImportReport report = run(options);

        assertThat(report)
                .extracting(ImportReport::files, ImportReport::created)
                .containsExactly(1, 1);
        Article article = read("kfz/schaden/melden.md");
        assertThat(article.text().title()).isEqualTo("Schaden melden");
        assertThat(article.language()).isEqualTo(LanguageTag.ENGLISH);
        assertThat(article.tags()).containsExactly("unfall");
        assertThat(titles(NOBODY)).isEmpty();
        assertThat(editorial.knowledge.categories(ERIKA, null))
                .extracting(CategorySummary::name)
                .containsExactly("kfz", "schaden");
    }

    @Test
    void aSecondRunChangesNothing() throws IOException {
        write("a.md", "# Eins\n![Bild](bilder/b.png)");
        write("bilder/b.png", "GIF89a Bytes");
        run(options);
        Map<String, List<Object>> before = editorial.memory.contents();

        ImportReport report = run(options);

        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(editorial.memory.contents()).isEqualTo(before);
    }

    @Test
    void aChangedFileMakesARevisionOfTheSameArticle() throws IOException {
        write("a.md", "# Eins");
        run(options);
        ImportedArticle first = find("a.md");
        write("a.md", "# Zwei");

        ImportReport report = run(options);

        assertThat(report.changed()).isEqualTo(1);
        assertThat(find("a.md").id()).isEqualTo(first.id());
        assertThat(read("a.md").revision()).isEqualTo(2);
        assertThat(titles(NOBODY)).containsExactly("Zwei");
    }

    @Test
    void aChangedPictureMakesARevision() throws IOException {
        write("a.md", "# Eins\n![Bild](b.png)");
        write("b.png", "GIF89a alt");
        run(options);
        write("b.png", "GIF89a neu");

        assertThat(run(options).changed()).isEqualTo(1);
        try (InputStream bytes =
                editorial.knowledge.openAsset(NOBODY, find("a.md").id(), "b.png")) {
            assertThat(bytes.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("GIF89a neu");
        }
    }

    @Test
    void aVanishedFileIsArchivedOnlyWhenAsked() throws IOException {
        write("a.md", "# Eins");
        write("b.md", "# Zwei");
        run(options);
        Files.delete(tree.resolve("b.md"));

        assertThat(run(options).archived()).isZero();
        assertThat(titles(NOBODY)).containsExactly("Eins", "Zwei");
        assertThat(run(options.archivingVanished()).archived()).isEqualTo(1);
        assertThat(titles(NOBODY)).containsExactly("Eins");
        assertThat(find("b.md").state()).isEqualTo(ArticleState.VANISHED);
    }

    @Test
    void aFileThatIsRefusedHasNotVanished() throws IOException {
        write("a.md", "# Eins");
        run(options);
        write("a.md", "---\n{\n---\nText");

        ImportReport report = run(options.archivingVanished());

        assertThat(report.refused()).isEqualTo(1);
        assertThat(report.archived()).isZero();
        assertThat(titles(NOBODY)).containsExactly("Eins");
    }

    @Test
    void aFileThatComesBackIsPublishedAgain() throws IOException {
        write("a.md", "# Eins");
        run(options);
        Files.delete(tree.resolve("a.md"));
        run(options.archivingVanished());
        write("a.md", "# Eins");

        assertThat(run(options).changed()).isEqualTo(1);
        assertThat(titles(NOBODY)).containsExactly("Eins");
    }

    @Test
    void twoFilesWithOneTitleAndOneTextAreTwoArticles() throws IOException {
        write("a.md", "# Gleich\nText");
        write("b.md", "# Gleich\nText");

        assertThat(run(options).created()).isEqualTo(2);
        assertThat(titles(NOBODY)).containsExactly("Gleich", "Gleich");
    }

    @Test
    void whatCantBeReadIsReportedAndStopsNothing() throws IOException {
        write("a.md", "---\ntitle: [\n---\nText");
        Files.write(tree.resolve("b.md"), new byte[] {'#', ' ', (byte) 0xFC});
        write("c.md", "# " + "x".repeat(2_000));
        write("d.md", "# Gut\u0001\u0002 und lesbar");

        ImportReport report = run(options.ofAtMost(1_000));

        assertThat(report.refusals())
                .extracting(Reading.Refusal::path, Reading.Refusal::code)
                .contains(
                        tuple("a.md", "front-matter-not-yaml"),
                        tuple("b.md", "wrong-encoding"),
                        tuple("c.md", "too-large"));
        assertThat(report.created() + report.changed() + report.unchanged() + report.refused())
                .isEqualTo(report.files())
                .isEqualTo(4);
    }

    @Test
    void aPictureThatIsMissingIsRemarkedAndTheArticleTaken() throws IOException {
        write("a.md", "# Eins\n\n![Bild](fehlt.png)");

        ImportReport report = run(options);

        assertThat(report.created()).isEqualTo(1);
        assertThat(report.remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.note().code()).isEqualTo("linked-file-missing"));
    }

    @Test
    void aPictureOutsideTheTreeIsNeverTaken() throws IOException {
        Path secret = Files.writeString(Files.createTempFile("geheim", ".png"), "geheim");
        Files.createSymbolicLink(tree.resolve("b.png"), secret);
        write("a.md", "# Eins\n![Bild](b.png) ![Bild](../" + secret.getFileName() + ")");

        run(options);

        assertThat(find("a.md").assets()).isEmpty();
        Files.delete(secret);
    }

    /** The article comes in without it, and somebody is told. */
    @Test
    void aPictureThatIsNoneIsNeverTaken() throws IOException {
        write("a.md", "# Eins\n\n![Bild](b.png)");
        write("b.png", "<html><script>alert(1)</script>");

        ImportReport report = run(options);

        assertThat(titles(NOBODY)).containsExactly("Eins");
        assertThat(find("a.md").assets()).isEmpty();
        assertThat(report.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.note().code()).isEqualTo("linked-file-no-picture");
            assertThat(remark.note().line()).isEqualTo(3);
        });
    }

    @Test
    void aHiddenFileIsNeverTaken() throws IOException {
        write(".env", "PASSWORD=x");
        write(".git/config", "TOKEN");
        write("a.md", "# Eins\n[x](.env) [y](.git/config)");

        ImportReport report = run(options);

        assertThat(find("a.md").assets()).isEmpty();
        assertThat(report.remarks())
                .hasSize(2)
                .allSatisfy(remark -> assertThat(remark.note().code()).isEqualTo("linked-file-hidden"));
    }

    @Test
    void oneHostileFileStopsNothing() throws IOException {
        write("a.md", "# Eins\n![x](&#xD800;.png) ![y](a\u0000b.png)");
        write("b.md", "---\ntitle: \"\\UFFFFFFFF\"\n---\nText");
        write("c.md", "# Gut");

        ImportReport report = run(options);

        assertThat(report.files()).isEqualTo(3);
        assertThat(titles(NOBODY)).contains("Gut");
    }

    @Test
    void twoArticlesShareTheBytesOfOnePicture() throws IOException {
        write("a.md", "# Eins\n![Bild](b.png)");
        write("c.md", "# Zwei\n![Bild](b.png)");
        write("b.png", "GIF89a Bytes");

        run(options);

        assertThat(find("a.md").assets().get(0).content())
                .isEqualTo(find("c.md").assets().get(0).content());
    }

    @Test
    void theListenerHearsOfEachFileOnce() throws IOException {
        write("a.md", "# Eins");
        write("b.md", "---\n{\n---\nText");
        List<String> heard = new ArrayList<>();

        MarkdownImport.into(editorial.knowledge, options)
                .run(PROGRAM, tree, (done, total, path) -> heard.add(done + "/" + total + " " + path));

        assertThat(heard).containsExactly("1/2 a.md", "2/2 b.md");
    }

    @Test
    void whoMayNotImportIsDenied() throws IOException {
        write("a.md", "# Eins");

        assertThatThrownBy(
                        () -> MarkdownImport.into(editorial.knowledge, options).run(ERIKA, tree))
                .isInstanceOf(PortalException.AccessDenied.class);
        assertThat(titles(NOBODY)).isEmpty();
    }

    @Test
    void aFileThatSaysNothingIsForTheAudienceOfTheImport() throws IOException {
        write("a.md", "# Eins");

        run(options.forAudiences(Audience.SIGNED_IN));

        assertThat(titles(NOBODY)).isEmpty();
        assertThat(titles(ERIKA)).containsExactly("Eins");
    }

    private ImportReport run(ImportOptions how) throws IOException {
        return MarkdownImport.into(editorial.knowledge, how).run(PROGRAM, tree);
    }

    private void write(String path, String text) throws IOException {
        Path file = tree.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private ImportedArticle find(String path) {
        return editorial
                .knowledge
                .intake()
                .find(PROGRAM, new SourceKey("handbuch", path))
                .orElseThrow();
    }

    private Article read(String path) {
        return editorial.knowledge.read(ERIKA, find(path).id(), null);
    }

    private List<String> titles(Actor reader) {
        return editorial.knowledge.list(reader, null, null, PageRequest.first(10)).items().stream()
                .map(ArticleSummary::title)
                .toList();
    }
}
