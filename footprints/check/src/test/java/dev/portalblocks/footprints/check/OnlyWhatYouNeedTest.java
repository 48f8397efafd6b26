// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.footprints.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who needs one block carries one block: each application runs on the module path with its artifact alone. */
class OnlyWhatYouNeedTest {
    private static final String VERSION = System.getProperty("portal.version", "");
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "profile, ProfileAlone, version 1",
        "knowledge, KnowledgeAlone, Der Versicherungsbeitrag",
        "pdf, PdfAlone, Der Beitrag.pdf of application/pdf",
        "faq, FaqAlone, In writing.",
        "messaging, MessagingAlone, 1 unread",
        "docs, DocsAlone, 38 bytes of application/pdf"
    })
    void oneCallIsAnsweredOnTheModulePath(String name, String main, String answer)
            throws IOException, InterruptedException {
        String module = "dev.portalblocks.footprints." + name;
        Path output = folder.resolve("output");
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dstdout.encoding=UTF-8",
                        "-p",
                        target(name).resolve("closure") + File.pathSeparator + jar(name),
                        "-m",
                        module + "/" + module + "." + main)
                .redirectOutput(output.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        boolean ended = run.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        run.destroyForcibly().waitFor();
        assertThat(ended).as("ends within %d s", PATIENCE_SECONDS).isTrue();
        assertThat(Files.readAllLines(output, StandardCharsets.UTF_8))
                .as(Files.readString(folder.resolve("errors")))
                .containsExactly(module, answer);
        assertThat(run.exitValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"profile", "knowledge", "pdf", "faq", "docs", "messaging"})
    void whatItCarriesIsListed(String name) throws IOException {
        Path list = target(name).resolveSibling("closure.txt");
        Closure now = Closure.in(target(name).resolve("closure"), VERSION);
        String text = String.join("\n", now.lines());
        System.out.println("The " + name + " carries " + now.jars().size() + " jars:\n" + text);
        List<String> differences = now.differencesFrom(Closure.parse(Files.readAllLines(list)));
        assertThat(differences)
                .as("%s differs (+ is new, - is gone). If that is meant, it becomes:%n%s%n", list, text)
                .isEmpty();
    }

    private static Path target(String name) {
        return Path.of("").toAbsolutePath().resolveSibling(name).resolve("target");
    }

    private static Path jar(String name) {
        return target(name).resolve("footprint-" + name + "-" + VERSION + ".jar");
    }
}
