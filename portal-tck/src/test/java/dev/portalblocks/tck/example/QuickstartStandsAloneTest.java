// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.docs.Vault;
import dev.portalblocks.kb.KnowledgeBase;
import dev.portalblocks.messaging.Inbox;
import dev.portalblocks.tck.jdbc.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quickstart, copied into an empty folder, builds and runs there on the artifacts of this build. */
class QuickstartStandsAloneTest {
    private static final String MAIN = "dev.portalblocks.examples.quickstart.Quickstart";
    private static final Pattern FIRST_HITS = Pattern.compile("P@1 = (\\d+)/(\\d+)");

    @TempDir
    private static Path empty;

    private static MavenRun maven;

    @BeforeAll
    static void copy() throws Exception {
        Path copy = empty.resolve("quickstart");
        try (Stream<Path> files = Files.walk(QuickstartContent.PROJECT)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path below = QuickstartContent.PROJECT.relativize(file);
                if (!below.startsWith("target")) {
                    Files.copy(file, copy.resolve(below.toString()));
                }
            }
        }
        Path repository = BuildRepository.with(List.of(Portal.class, Inbox.class, Vault.class, KnowledgeBase.class));
        maven = new MavenRun(copy.resolve("pom.xml"), repository);
        MavenRun.Result compiled = maven.run(empty, "compile");
        assertThat(compiled.status()).as(compiled.output()).isZero();
    }

    @Test
    void aVisitIsPlayedToItsEnd() throws Exception {
        MavenRun.Result visit = maven.run(empty, "exec:java");

        assertThat(visit.output())
                .contains("40 Artikel in 8 Kategorien", "409 Conflict: profile.version-conflict")
                .contains("404 Not found: article.not-found", "2 × portalblocks.profile.changed.v1");
        assertThat(visit.output())
                .contains("„Versicherungsschein 2027.pdf“, application/pdf")
                .contains("2. COMPANY: Eine Meldebestätigung genügt", "Ungelesen: 1 in 1 Gesprächen")
                .contains("Gelesen; ungelesen: 0 in 0 Gesprächen", "Ungelesen in seinen Teams: 1 in 1 Gesprächen")
                .contains("Prüfsumme stimmt", "0 Gespräche, 0 Dokumente von Erika")
                .contains("404 Not found: conversation.not-found", "404 Not found: document.not-found")
                .contains("404 Not found: content.not-found", "3 × portalblocks.messaging.message-sent.v1")
                .doesNotContain("das dürfte nicht sein", "Adresse im Bestand");
        Matcher first = FIRST_HITS.matcher(figure(visit));
        assertThat(first.find()).isTrue();
        assertThat(Double.parseDouble(first.group(1)) / Double.parseDouble(first.group(2)))
                .as(visit.output())
                .isGreaterThanOrEqualTo(QuickstartContent.FLOOR);
        assertThat(visit.status()).isZero();
    }

    @Test
    void anotherFolderIsImportedAndAsked() throws Exception {
        Path articles = Files.createDirectories(empty.resolve("others/tools"));
        Files.writeString(articles.resolve("saw.md"), "# Sharpening a saw\n\nTake a file and follow each tooth.\n");
        Files.writeString(articles.resolve("broken.md"), "---\ntitle: [never closed\n---\nText\n");

        MavenRun.Result answer = maven.run(
                empty,
                "exec:java",
                "-Dexec.args=--articles others --language en --ask 'how to sharpen saws' --db tools");

        assertThat(answer.output())
                .contains("gefunden 2 Dateien: neu 1, geändert 0, unverändert 0, abgelehnt 1")
                .contains("abgelehnt: tools/broken.md, Zeile ")
                .containsPattern("1\\. \\*Sharpening\\* a \\*saw\\*  \\(article:[0-9a-f-]+\\)");
        assertThat(answer.status()).isZero();
        assertThat(empty.resolve("tools.mv.db")).isNotEmptyFile();
    }

    @Test
    void aSecondRunFindsEverythingAgainInAFile() throws Exception {
        assertFoundAgain("kunden/portal");

        assertThat(empty.resolve("kunden/portal.mv.db")).isNotEmptyFile();
    }

    @Test
    void aSecondRunFindsEverythingAgainInPostgres() throws Exception {
        assertFoundAgain(Databases.bareUrl());
    }

    /** Nothing is imported, opened or answered a second time. */
    private static void assertFoundAgain(String place) throws Exception {
        MavenRun.Result first = maven.java(empty, MAIN, "--db", place);
        assertThat(first.output())
                .contains("40 Artikel in 8 Kategorien", "2. COMPANY: Eine Meldebestätigung genügt")
                .doesNotContain("was noch da ist");
        assertThat(first.status()).isZero();

        MavenRun.Result second = maven.java(empty, MAIN, "--db", place);
        assertThat(second.output())
                .contains("was noch da ist", "0 Artikel in 0 Kategorien", "beim zweiten Import unverändert: 40")
                .contains("Profil Version 2: Erika Mustermann, Am Markt 12, 53111 Bonn", "ungelesen: 0")
                .contains("1. CUSTOMER: Im neuen", "3. CUSTOMER: Die Bestätigung liegt")
                .contains("Dokument „Versicherungsschein 2027.pdf“", "Dokument „Meldebestätigung: Bonn (final).pdf“")
                .contains("3 × portalblocks.messaging.message-sent.v1")
                .doesNotContain("FAQ „", "4. CUSTOMER", "das dürfte nicht sein");
        assertThat(figure(second)).isEqualTo(figure(first));
        assertThat(second.status()).isZero();
    }

    private static String figure(MavenRun.Result visit) {
        Matcher figure = FIRST_HITS.matcher(visit.output());
        assertThat(figure.find()).as(visit.output()).isTrue();
        return figure.group();
    }

    /** With a code, and not with the driver's trace. */
    @Test
    void aDatabaseThatIsNotThereIsAnswered() throws Exception {
        MavenRun.Result refusal = maven.java(empty, MAIN, "--db", "jdbc:postgresql://localhost:1/none?user=nobody");

        assertThat(refusal.output()).contains("storage.unreachable").doesNotContain("\tat ");
        assertThat(refusal.status()).isEqualTo(1);
    }

    @Test
    void anUnknownOptionIsAnsweredWithTheUsageAndStatusTwo() throws Exception {
        MavenRun.Result refusal = maven.run(empty, "exec:java", "-Dexec.args=--artikel others");

        assertThat(refusal.output()).contains("--artikel", "--articles ORDNER");
        assertThat(refusal.status()).isEqualTo(2);
    }
}
