// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import dev.portalblocks.rendering.HtmlCleaner;
import dev.portalblocks.rendering.Renderer;
import dev.portalblocks.rendering.TextLinks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

/**
 * Rendering, with contents and plain text, beside the Markdown library alone with jsoup's own cleaner behind it, in turns in one
 * process; the ratio is the median of the turns', and 1 is as fast. Then the time for a character of texts that are 1, 2, 4 and 8 times as
 * long, ordinary and hostile ones.
 */
final class RenderSpeed {
    private static final long TURN_NANOS = 200_000_000;
    private static final int LONG = 64_000;
    private static final List<Integer> TIMES = List.of(1, 2, 4, 8);
    private static final String ARTICLE = """
            ## Zählerstand melden

            Melden Sie den **Stand** Ihres Zählers *bis zum Monatsende* im [Portal](https://example.org/portal) oder
            mit der [App](article:4711#app). Sie brauchen Ihre `Vertragsnummer`[^1] und ein Foto & Geduld.

            1. Zähler ablesen, ohne die Stellen hinter dem Komma
            2. Stand eintragen: `12345`
            3. Absenden

            > [!NOTE]
            > Wer nicht meldet, wird geschätzt.

            ### Was kostet das?

            | Tarif | Grundpreis | Arbeitspreis |
            |:------|-----------:|-------------:|
            | Öko   | 9,90 €     | 31,2 ct      |
            | Fix   | 7,50 €     | 33,0 ct      |

            ![Ein Zähler, links der Stand, rechts die Nummer](bilder/zaehler.png)

            - [x] Strom
            - [ ] ~~Gas~~

            [^1]: Sie steht oben rechts auf der Rechnung.

            """;
    private static final Map<String, String> HOSTILE = new TreeMap<>(Map.of(
            "article", ARTICLE,
            "quotes", "> ",
            "brackets", "[",
            "links", "[a](b",
            "emphasis", "*a **a ",
            "html", "<div><b>",
            "unclosed", "<p><i>",
            "table", "|a|b|\n|-|-|\n|c|\n",
            "media", ":::video{src='x'}\n",
            "footnotes", "[^1]: a[^1]\n"));

    private final Renderer renderer = Renderer.standard();
    private final Parser parser;
    private final HtmlRenderer bare;
    private final Safelist allowed = Safelist.relaxed();

    private RenderSpeed() {
        List<Extension> extensions =
                List.of(TablesExtension.create(), StrikethroughExtension.create(), TaskListItemsExtension.create());
        parser = Parser.builder().extensions(extensions).build();
        bare = HtmlRenderer.builder().extensions(extensions).build();
    }

    /** Options: turns that count, 60 by default, and a folder with Markdown files, else an article of ten kilobytes. */
    static void run(String[] options) throws IOException {
        int turns = Integer.parseInt(Benchmarks.option(options, 0, "60"));
        String folder = Benchmarks.option(options, 1, "");
        List<String> texts = folder.isEmpty() ? List.of(ARTICLE.repeat(8)) : texts(Path.of(folder));
        RenderSpeed speed = new RenderSpeed();
        double ratio = speed.beside(texts, turns);
        StringBuilder growth = new StringBuilder();
        for (Map.Entry<String, String> each : HOSTILE.entrySet()) {
            growth.append(String.format(
                    Locale.ROOT, ",\"growth %s\":%.2f", each.getKey(), speed.growth(each.getKey(), each.getValue())));
        }
        System.out.printf(
                Locale.ROOT,
                "{\"benchmark\":\"render\",\"texts\":%d,\"ratio\":%.2f,\"limit\":0.8%s}%n",
                texts.size(),
                ratio,
                growth);
    }

    private static List<String> texts(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".md")).toList()) {
                texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private double beside(List<String> texts, int turns) {
        List<Double> ratios = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int turn = -turns / 2; turn < turns; turn++) {
            boolean first = turn % 2 == 0; // neither is always the one that follows the other
            double one = first ? turn(texts, this::ours) : turn(texts, this::theirs);
            double other = first ? turn(texts, this::theirs) : turn(texts, this::ours);
            if (turn >= 0) {
                ours.add(first ? one : other);
                theirs.add(first ? other : one);
                ratios.add(first ? other / one : one / other);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d texts: ours %.1f MB/s, parser and cleaner alone %.1f MB/s, ratio %s (%s to %s)%n",
                texts.size(),
                1 / Quartiles.at(ours, 2),
                1 / Quartiles.at(theirs, 2),
                Quartiles.rounded(Quartiles.at(ratios, 2)),
                Quartiles.rounded(Quartiles.at(ratios, 1)),
                Quartiles.rounded(Quartiles.at(ratios, 3)));
        return Quartiles.at(ratios, 2);
    }

    /** What is done with a text; returns its length, so that nothing is left out. */
    private interface Work {
        int of(String text);
    }

    private int ours(String text) {
        return renderer.render(text, TextLinks.asWritten()).html().length();
    }

    private int theirs(String text) {
        return Jsoup.clean(bare.render(parser.parse(text)), allowed).length();
    }

    /** Returns how many seconds a million characters took, of a turn that ends behind some text. */
    private static double turn(List<String> texts, Work work) {
        long characters = 0;
        long written = 0;
        long start = System.nanoTime();
        while (System.nanoTime() - start < TURN_NANOS) {
            for (String text : texts) {
                written += work.of(text);
                characters += text.length();
            }
        }
        if (written == 0) {
            throw new IllegalStateException("Nothing was rendered");
        }
        return (System.nanoTime() - start) / 1e3 / characters;
    }

    /** Returns by how much a character of the longest text takes longer than one of the shortest. */
    private double growth(String name, String piece) {
        List<Double> micros = new ArrayList<>();
        for (int times : TIMES) {
            String text = piece.repeat(times * LONG / piece.length());
            List<Double> each = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                long start = System.nanoTime();
                int written = ours(text) + HtmlCleaner.clean(text).length();
                each.add((System.nanoTime() - start + Math.min(0, written)) / 1e3);
            }
            micros.add(Quartiles.at(each, 1));
        }
        double growth = micros.get(TIMES.size() - 1) / micros.get(0) / TIMES.get(TIMES.size() - 1);
        System.out.printf(
                Locale.ROOT,
                "%-10s %s ms of 1, 2, 4, 8 times %d characters: %.2f times the time of a character%n",
                name,
                micros.stream()
                        .map(each -> String.format(Locale.ROOT, "%.1f", each / 1e3))
                        .toList(),
                LONG,
                growth);
        return growth;
    }
}
