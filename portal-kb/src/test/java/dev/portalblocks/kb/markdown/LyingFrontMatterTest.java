// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.kb.markdown;

import static dev.portalblocks.kb.Editorial.LENA;
import static dev.portalblocks.kb.Editorial.NOBODY;
import static dev.portalblocks.kb.Editorial.PROGRAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.kb.Editorial;
import dev.portalblocks.kb.model.Article;
import dev.portalblocks.kb.model.ArticleId;
import dev.portalblocks.kb.model.ArticleSummary;
import dev.portalblocks.kb.model.ImportedArticle;
import dev.portalblocks.kb.model.RenameArticle;
import dev.portalblocks.kb.model.SourceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Front matter that says what is not so: told by file and line, and whoever reads sees no less than before. */
class LyingFrontMatterTest {
    private static final String STRANGER = "01890000-0000-7000-8000-000000000001";

    @TempDir
    private Path tree;

    private final Editorial editorial = new Editorial();

    @AfterEach
    void close() {
        editorial.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: 42 | id-ignored",
                "id: [a] | id-ignored",
                "id: 1-1-1-1-1 | id-ignored",
                "slug: 'Nicht so' | slug-ignored",
                "slug: {a: b} | slug-ignored",
                "slug: ../../etc | slug-ignored",
                "categories: kfz/schaden | category-ignored",
                "categories: [kfz] | category-ignored",
                "categories: &a [*a] | category-ignored",
                "categories: [[kfz, {a: b}]] | category-ignored",
                "categories: [['']] | category-ignored",
                "owner: [lena] | owner-ignored",
                "owner: {a: b} | owner-ignored",
                "review-by: morgen | review-by-ignored",
                "review-by: 2027-02-30 | review-by-ignored",
                "review-by: [2027-01-01] | review-by-ignored",
                "related: hagel | related-ignored",
                "related: [~] | related-ignored",
                "assets: [a.png] | asset-ignored",
                "assets: [{path: a.png}] | asset-ignored",
                "assets: [{path: a.png, file: ../geheim.png, type: image/png}] | asset-ignored",
                "assets: [{path: a.png, file: /etc/passwd, type: image/png}] | asset-ignored",
                "assets: [{path: a.png, file: fehlt.png, type: image/png}] | linked-file-missing",
                "assets: [{path: a.png, file: .git/config, type: image/png}] | linked-file-hidden",
                "language: klingonisch | locale-ignored",
            })
    void whatCantBeIsToldAtItsLineAndTheArticleTaken(String line, String code) throws IOException {
        write("a.md", "---\ntitle: Titel\n" + line + "\n---\nText");

        ImportReport report = run();

        assertThat(report.created()).isEqualTo(1);
        assertThat(report.remarks()).singleElement().satisfies(remark -> {
            assertThat(remark.path()).isEqualTo("a.md");
            assertThat(remark.note().code()).isEqualTo(code);
            assertThat(remark.note().line()).isEqualTo(3);
        });
        assertThat(titles()).containsExactly("Titel");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "audience: intern | audience-unknown",
                "audiences: ['segment:'] | audience-unknown",
                "translations: a.en.md | translation-invalid",
                "translations: [../b.md] | translation-invalid",
                "translations: [a.en.txt] | translation-invalid",
                "translations: [b.md, b.md] | translation-twice",
                "translation-of: {a: b} | translation-invalid",
                "translation-of: ../b.md | translation-invalid",
                "title: a, Title: b | front-matter-key-twice",
            })
    void whatCouldTakeSomethingFromReadersIsRefusedAtItsLine(String lines, String code) throws IOException {
        write("a.md", "---\ntitle: Vorher\n---\nText");
        run();
        write("a.md", "---\ntags: neu\n" + lines.replace(", Title", "\nTitle") + "\n---\nNeuer Text");

        ImportReport report = run();

        assertThat(report.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.line()).isBetween(3, 4);
        });
        assertThat(titles()).containsExactly("Vorher");
        assertThat(read("a.md").text().body()).isEqualTo("Text");
    }

    @Test
    void aTranslationThatCantBeReadTakesNoLanguageAway() throws IOException {
        write("a.md", "---\ntitle: Eins\ntranslations: [a.en.md]\n---\nText");
        write("a.en.md", "---\ntitle: One\nlang: en\ntranslation-of: a.md\n---\nText");
        ImportReport first = run();
        assertThat(first.created() + first.translations())
                .isEqualTo(first.files())
                .isEqualTo(2);

        for (String lie : List.of(
                "---\ntitle: [\nlang: en\ntranslation-of: a.md\n---\nNeu",
                "---\nlang: en\ntranslation-of: b.md\n---\nNeu",
                "---\nlang: de\ntranslation-of: a.md\n---\nNeu",
                "---\ntranslation-of: a.md\n---\nNeu",
                "---\nlang: en\naudience: public\ntranslation-of: a.md\n---\nNeu",
                "# Kein Vorspann")) {
            write("a.en.md", lie);
            ImportReport report = run();

            assertThat(report.refusals()).extracting(Reading.Refusal::code).contains("translation-refused");
            assertThat(sum(report)).isEqualTo(report.files()).isEqualTo(2);
            assertThat(read("a.md").languages()).containsExactly(LanguageTag.GERMAN, LanguageTag.ENGLISH);
        }
    }

    @Test
    void aTranslationOfNothingIsRefused() throws IOException {
        write("a.en.md", "---\nlang: en\ntranslation-of: a.md\n---\nText");

        assertThat(run().refusals())
                .extracting(Reading.Refusal::path, Reading.Refusal::code)
                .containsExactly(tuple("a.en.md", "translation-without-original"));
    }

    @Test
    void aSlugThatIsTakenOrLeadsElsewhereStaysWhereItIs() throws IOException {
        ArticleId hail = editorial.publish(editorial.german("Hagel", "Unser Text"));
        editorial.knowledge.care().rename(LENA, RenameArticle.of(hail, LanguageTag.GERMAN, "hagelschaden"));
        write("neu.md", "---\ntitle: Neu\nslug: hagelschaden\n---\nText");
        write("alt.md", "---\ntitle: Alt\nslug: hagel\n---\nText");
        write("frei.md", "---\ntitle: Frei\nslug: ganz-frei\nformer-slugs: [frueher, hagel]\n---\nText");

        ImportReport report = run();

        assertThat(report.created()).isEqualTo(3);
        assertThat(report.remarks()).extracting(ImportReport.Remark::path).containsExactly("alt.md", "neu.md");
        assertThat(report.remarks())
                .allSatisfy(remark -> assertThat(remark.note().code()).isEqualTo("slug-taken"));
        for (String slug : List.of("hagel", "hagelschaden")) {
            assertThat(bySlug(slug).id()).isEqualTo(hail);
        }
        assertThat(bySlug("neu").text().title()).isEqualTo("Neu");
        assertThat(bySlug("frueher").slug()).isEqualTo("ganz-frei");
        assertThat(run().unchanged()).isEqualTo(3);
    }

    @Test
    void aSlugThatIsSaidLaterLeavesTheOldOneBehind() throws IOException {
        write("a.md", "---\ntitle: Eins\n---\nText");
        run();
        write("a.md", "---\ntitle: Eins\nslug: zwei\n---\nText");

        assertThat(run().changed()).isEqualTo(1);
        assertThat(bySlug("eins").slug()).isEqualTo("zwei");
        assertThat(run().unchanged()).isEqualTo(1);
    }

    @Test
    void anIdThatTwoFilesClaimIsOnesAlone() throws IOException {
        write("a.md", "---\ntitle: Eins\nid: " + STRANGER + "\n---\nText");
        write("b.md", "---\ntitle: Zwei\nid: " + STRANGER + "\n---\nText");

        ImportReport report = run();

        assertThat(report.refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("id-twice"));
        assertThat(find("a.md").id()).hasToString(STRANGER);
        assertThat(titles()).containsExactly("Eins");
    }

    @Test
    void relatedArticlesThatAreNotThereAreToldOf() throws IOException {
        write("a.md", "---\ntitle: Eins\nid: " + STRANGER + "\nrelated: [" + STRANGER + "]\n---\nText");

        assertThat(run().remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.note().code()).isEqualTo("related-ignored"));
    }

    @Test
    void aFileOfCategoriesThatLiesIsToldOfAndStopsNothing() throws IOException {
        write("portal-export.yml", "format: 1\n");
        write("categories.yml", """
                categories:
                  - keys: [a]
                    names: {de: Eins}
                  - keys: [a]
                    names: {de: Zwei}
                  - keys: &x [*x]
                    names: {de: Kreis}
                  - names: {de: Ohne}
                  - keys: [b]
                    names: {klingonisch ja: Wo}
                  - keys: [c]
                """);
        write("a.md", "# Eins");

        ImportReport report = run();

        assertThat(report.remarks()).extracting(remark -> remark.note().line()).containsExactly(6, 8, 9, 11);
        assertThat(editorial.knowledge.categoryEditor().list(PROGRAM))
                .singleElement()
                .satisfies(category -> assertThat(category.name().texts()).containsValue("Eins"));
        write("categories.yml", "categories: [\n");
        assertThat(run().remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.note().code()).isEqualTo("front-matter-not-yaml"));
        assertThat(titles()).containsExactly("Eins");
    }

    private static int sum(ImportReport report) {
        return report.created() + report.changed() + report.unchanged() + report.translations() + report.refused();
    }

    private ImportReport run() throws IOException {
        return MarkdownImport.into(editorial.knowledge, ImportOptions.named("handbuch"))
                .run(PROGRAM, tree);
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(tree.resolve(path), text);
    }

    private ImportedArticle find(String path) {
        return editorial
                .knowledge
                .intake()
                .find(PROGRAM, new SourceKey("handbuch", path))
                .orElseThrow();
    }

    private Article read(String path) {
        return editorial.knowledge.read(NOBODY, find(path).id(), null);
    }

    private Article bySlug(String slug) {
        return editorial.knowledge.readBySlug(NOBODY, LanguageTag.GERMAN, slug);
    }

    private List<String> titles() {
        return editorial.knowledge.list(NOBODY, null, null, PageRequest.first(10)).items().stream()
                .map(ArticleSummary::title)
                .toList();
    }
}
