// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks.search.speed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws latency and size against the number of articles, on logarithmic axes, as SVG that is read on light and on dark pages. */
final class Plots {
    private static final List<String> COLOURS = List.of("#2f7ed8", "#d9652b", "#3a9d5d", "#a557c9");
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int LEFT = 70;
    private static final int RIGHT = 200;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;

    private final String title;
    private final String unit;
    private final Map<String, List<double[]>> lines = new LinkedHashMap<>();

    private Plots(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    /** Writes both into a folder. */
    static void write(List<String> json, Path folder) throws IOException {
        Plots latency = new Plots("Latency by number of articles", "ms");
        Plots size = new Plots("Index on disk by number of articles", "MB");
        ObjectMapper mapper = new ObjectMapper();
        for (String line : json) {
            JsonNode run = mapper.readTree(line);
            latency.add("default search, p99", run, "default p99", "ours");
            latency.add("default search, median", run, "default p50", "ours");
            latency.add("bare query, median", run, "default p50", "lucene");
            latency.add("suggestions, p99", run, "suggest p99", "");
            size.add("ours", run, "index, MB", "ours");
            size.add("title and body alone", run, "index, MB", "lucene");
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("search-latency.svg"), latency.svg());
        Files.writeString(folder.resolve("search-size.svg"), size.svg());
    }

    private void add(String line, JsonNode run, String figure, String side) {
        JsonNode found = side.isEmpty() ? run.path(figure) : run.path(figure).path(side);
        if (found.isNumber() && found.doubleValue() > 0) {
            lines.computeIfAbsent(line, unknown -> new ArrayList<>())
                    .add(new double[] {run.path("articles").doubleValue(), found.doubleValue()});
        }
    }

    private String svg() {
        int low = (int) Math.floor(
                Math.log10(all().stream().mapToDouble(point -> point[1]).min().orElse(1)));
        int high = (int) Math.ceil(
                Math.log10(all().stream().mapToDouble(point -> point[1]).max().orElse(1)));
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">%n"
                        + "<style>text{fill:#24292f}.g{stroke:#8c959f;stroke-opacity:.4}"
                        + "@media(prefers-color-scheme:dark){text{fill:#e6edf3}}</style>%n",
                WIDTH,
                HEIGHT));
        text(svg, LEFT, TOP - 18, "start", title + " (" + unit + ")");
        for (int power = low; power <= high; power++) {
            double y = y(Math.pow(10, power), low, high);
            line(svg, LEFT, y, WIDTH - RIGHT, y);
            text(svg, LEFT - 8, y + 4, "end", number(Math.pow(10, power)));
        }
        for (int power = 3; power <= 5; power++) {
            double x = x(Math.pow(10, power));
            line(svg, x, TOP, x, HEIGHT - BOTTOM);
            text(svg, x, HEIGHT - BOTTOM + 20, "middle", number(Math.pow(10, power)));
        }
        text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 10, "middle", "articles");
        int colour = 0;
        for (Map.Entry<String, List<double[]>> each : lines.entrySet()) {
            curve(svg, each.getKey(), each.getValue(), colour++, low, high);
        }
        return svg.append("</svg>\n").toString();
    }

    private void curve(StringBuilder svg, String name, List<double[]> points, int colour, int low, int high) {
        StringBuilder path = new StringBuilder();
        for (double[] point : points) {
            path.append(String.format(
                    Locale.ROOT, "%s%.1f %.1f ", path.length() == 0 ? "M" : "L", x(point[0]), y(point[1], low, high)));
        }
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n",
                path.toString().strip(),
                COLOURS.get(colour)));
        for (double[] point : points) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"><title>%s: %s</title></circle>%n",
                    x(point[0]),
                    y(point[1], low, high),
                    COLOURS.get(colour),
                    number(point[0]),
                    number(point[1])));
        }
        int row = TOP + 10 + 22 * colour;
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"%s\"/>%n",
                WIDTH - RIGHT + 16,
                row - 10,
                COLOURS.get(colour)));
        text(svg, WIDTH - RIGHT + 34, row, "start", name);
    }

    private List<double[]> all() {
        return lines.values().stream().flatMap(List::stream).toList();
    }

    private static double x(double articles) {
        return LEFT + (Math.log10(articles) - 3) / 2 * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double value, int low, int high) {
        return HEIGHT - BOTTOM - (Math.log10(value) - low) / (high - low) * (HEIGHT - TOP - BOTTOM);
    }

    private static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT, "<line class=\"g\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n", x1, y1, x2, y2));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String said) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, said));
    }

    private static String number(double value) {
        return value >= 10 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.3g", value);
    }
}
