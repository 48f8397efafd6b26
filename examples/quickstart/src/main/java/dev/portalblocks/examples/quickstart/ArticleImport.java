// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.examples.quickstart;

import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.markdown.ImportOptions;
import dev.portalblocks.kb.markdown.ImportReport;
import dev.portalblocks.kb.markdown.MarkdownImport;
import dev.portalblocks.kb.markdown.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Brings folders of Markdown files into the knowledge base, and tells what became of them. */
final class ArticleImport {
    /** The name under which a second import finds the example's own articles again. */
    static final String OWN = "quickstart";

    private final Blocks blocks;
    private final Actor host;
    private final Console console;

    ArticleImport(Blocks blocks, Actor host, Console console) {
        this.blocks = blocks;
        this.host = host;
        this.console = console;
    }

    /** Imports the example's own articles twice: the second time there is nothing to do. */
    void own(Path folder) throws IOException {
        MarkdownImport markdown = MarkdownImport.into(blocks.knowledge(), ImportOptions.named(OWN));
        int before = categories();
        ImportReport first = markdown.run(host, folder);
        int categories = categories() - before;
        ImportReport second = markdown.run(host, folder);
        console.line(first.created() + " Artikel in " + categories + " Kategorien importiert");
        console.line("beim zweiten Import unverändert: " + second.unchanged());
        first.refusals().forEach(this::show);
    }

    /** Imports somebody else's articles, shows how far it has come, and reports in full. */
    void others(Path folder, LanguageTag language) throws IOException {
        console.heading("Import von " + folder);
        MarkdownImport markdown = MarkdownImport.into(
                blocks.knowledge(), ImportOptions.named("articles").in(language));
        long start = System.nanoTime();
        ImportReport report = markdown.run(host, folder, new ProgressBar(console));
        long imported = System.nanoTime();
        blocks.search().follow(host);
        long indexed = System.nanoTime();

        console.line("gefunden " + report.files() + " Dateien: neu " + report.created() + ", geändert "
                + report.changed() + ", unverändert " + report.unchanged() + ", abgelehnt " + report.refused());
        report.refusals().forEach(this::show);
        remarks(report).forEach((code, count) -> console.line("im Text ausgelassen: " + count + " × " + code));
        console.line("Zeit: " + seconds(imported - start) + " Import, " + seconds(indexed - imported) + " Suchindex");
        console.line("Heap: " + heapInUse() + " MB belegt, höchstens "
                + megabytes(Runtime.getRuntime().maxMemory()) + " MB");
    }

    private int categories() {
        return blocks.knowledge().categories(host, null).size();
    }

    private void show(Reading.Refusal refusal) {
        String place = refusal.line() == 0 ? refusal.path() : refusal.path() + ", Zeile " + refusal.line();
        console.line("abgelehnt: " + place + ": " + refusal.reason() + " (" + refusal.code() + ")");
    }

    private static Map<String, Long> remarks(ImportReport report) {
        return report.remarks().stream()
                .collect(Collectors.groupingBy(remark -> remark.note().code(), TreeMap::new, Collectors.counting()));
    }

    private static String seconds(long nanos) {
        return Duration.ofNanos(nanos).toMillis() / 100 / 10.0 + " s";
    }

    /** Counts what is kept, and not what was needed on the way: hence the collection before. */
    private static long heapInUse() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return megabytes(runtime.totalMemory() - runtime.freeMemory());
    }

    private static long megabytes(long bytes) {
        return bytes / (1024 * 1024);
    }
}
