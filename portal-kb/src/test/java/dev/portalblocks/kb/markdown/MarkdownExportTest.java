// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import static dev.portalblocks.kb.Editorial.ERIKA;
import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static dev.portalblocks.kb.Editorial.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.LocalizedText;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.kb.Editorial;
import dev.portalblocks.kb.KnowledgeEditor;
import dev.portalblocks.kb.model.ArchiveArticle;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.Asset;
import dev.portalblocks.kb.model.AssignArticle;
import dev.portalblocks.kb.model.CategoryId;
import dev.portalblocks.kb.model.CreateArticle;
import dev.portalblocks.kb.model.CreateCategory;
import dev.portalblocks.kb.model.EditArticle;
import dev.portalblocks.kb.model.ImportArticle;
import dev.portalblocks.kb.model.SourceKey;
import dev.portalblocks.kb.model.UploadAsset;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownExportTest {
    @TempDir
    private Path folder;

    private final Editorial editorial = new Editorial();

    @AfterEach
    void close() {
        editorial.close();
    }

    @Test
    void anArticleIsAFileForEachLanguageWithAllThatIsSaidOfIt() throws IOException {
        CategoryId car = category("kfz", null);
        Asset plan = upload("bilder/plan.png", "GIF89a Plan");
        ArticleId id = editorial.publish(editorial
                .german("Hagel: \"was tun\"?", "Text ![Plan](bilder/plan.png)")
                .with(LanguageTag.ENGLISH, "Hail", "Text")
                .in(category("hagel", car))
                .tagged("Sturm, Hagel")
                .forAudiences(Audience.segment("VIP"))
                .withAssets(List.of(plan)));
        editorial.knowledge.care().assign(LENA, AssignArticle.of(id, "lena", LocalDate.parse("2027-03-01")));

        ExportReport report = export("aus");

        assertThat(report).isEqualTo(new ExportReport(1, 2, 1, List.of()));
        assertThat(read("aus/kfz/hagel/hagel-was-tun.md")).isEqualTo("""
                        ---
                        title: "Hagel: \\"was tun\\"?"
                        language: "de"
                        slug: "hagel-was-tun"
                        id: "%s"
                        translations: ["hagel-was-tun.en.md"]
                        categories:
                          - ["kfz", "hagel"]
                        tags: ["Sturm, Hagel"]
                        audiences: ["segment:VIP"]
                        owner: "lena"
                        review-by: "2027-03-01"
                        assets:
                          - path: "bilder/plan.png"
                            file: "kfz/hagel/bilder/plan.png"
                            type: "image/png"
                        ---
                        Text ![Plan](bilder/plan.png)""".formatted(id));
        assertThat(read("aus/kfz/hagel/hagel-was-tun.en.md")).isEqualTo("""
                        ---
                        title: "Hail"
                        language: "en"
                        slug: "hail"
                        translation-of: "hagel-was-tun.md"
                        ---
                        Text""");
        assertThat(read("aus/kfz/hagel/bilder/plan.png")).isEqualTo("GIF89a Plan");
        assertThat(read("aus/categories.yml"))
                .contains("  - keys: [\"kfz\", \"hagel\"]\n    names: {\"de\": \"hagel\"}");
        assertThat(read("aus/portal-export.yml")).isEqualTo("format: 1\narticles: 1\ntexts: 2\nfiles: 1\n");
    }

    @Test
    void onlyWhatReadersSeeNowGoesOut() throws IOException {
        ArticleId shown = editorial.publish(editorial.german("Gezeigt", "alt"));
        editorial.knowledge.editor().edit(LENA, EditArticle.of(shown, editorial.german("Gezeigt", "Entwurf")));
        editorial.knowledge.editor().create(LENA, CreateArticle.of(editorial.german("Nur Entwurf", "x")));
        ArticleId gone = editorial.publish(editorial.german("Archiv", "x"));
        editorial.knowledge.editor().archive(LENA, ArchiveArticle.of(gone));

        assertThat(export("aus").articles()).isEqualTo(1);

        assertThat(read("aus/gezeigt.md")).endsWith("---\nalt");
    }

    @Test
    void customersAndStrangersTakeNothingOut() {
        editorial.publish(editorial.german("Gezeigt", "x"));
        for (var reader : List.of(ERIKA, NOBODY)) {
            assertThatThrownBy(() -> MarkdownExport.of(editorial.knowledge).run(reader, folder.resolve("aus")))
                    .isInstanceOf(PortalException.AccessDenied.class);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsThereIsNeverOverwritten() throws IOException {
        editorial.publish(editorial.german("Gezeigt", "x"));
        Files.createDirectory(folder.resolve("voll"));
        Files.writeString(folder.resolve("voll/mein.txt"), "mein");
        Files.writeString(folder.resolve("datei"), "mein");
        Files.createDirectory(folder.resolve("leer"));

        for (String name : List.of("voll", "datei")) {
            assertThatThrownBy(() -> export(name)).isInstanceOf(FileAlreadyExistsException.class);
        }
        export("leer");

        assertThat(read("voll/mein.txt")).isEqualTo("mein");
        assertThat(read("datei")).isEqualTo("mein");
        assertThat(names()).containsExactly("datei", "leer", "voll");
    }

    @Test
    void anExportThatFailsLeavesNothing() {
        AccessPolicy narrower = (tx, actor, permission) -> permission.equals(KnowledgeEditor.EDIT)
                ? Decision.deny()
                : RolePolicy.standard().decide(tx, actor, permission);
        try (Editorial denied = new Editorial(narrower)) {
            SourceKey source = new SourceKey("a", "a.md");
            denied.knowledge.intake().put(LENA, new ImportArticle(source, List.of(), denied.german("Titel", "x")));

            assertThatThrownBy(() -> MarkdownExport.of(denied.knowledge).run(LENA, folder.resolve("aus")))
                    .isInstanceOf(PortalException.AccessDenied.class);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void namesThatDifferInCaseAloneAreCountedOn() throws IOException {
        importing("eins", "kfz/a.md", "KFZ/A.md", "kfz/b.md");

        export("aus");

        assertThat(Trees.hashes(folder.resolve("aus")).keySet())
                .contains("KFZ/A.md", "KFZ/a-2.md", "KFZ/b.md")
                .hasSize(5);
    }

    private void importing(String name, String... paths) throws IOException {
        for (String path : paths) {
            Path file = folder.resolve(name).resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "# " + path);
        }
        MarkdownImport.into(editorial.knowledge, ImportOptions.named(name)).run(PROGRAM, folder.resolve(name));
    }

    private ExportReport export(String name) throws IOException {
        return MarkdownExport.of(editorial.knowledge).run(LENA, folder.resolve(name));
    }

    private String read(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private CategoryId category(String key, @Nullable CategoryId parent) {
        return editorial
                .knowledge
                .categoryEditor()
                .create(LENA, new CreateCategory(parent, key, LocalizedText.german(key), null))
                .id();
    }

    private Asset upload(String path, String bytes) {
        return editorial
                .knowledge
                .editor()
                .upload(
                        LENA,
                        new UploadAsset(path, "image/png"),
                        new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8)));
    }
}
