// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks.search.speed;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Audience;
import dev.portalblocks.core.model.LanguageTag;
import dev.portalblocks.kb.model.ArticleContent;
import dev.portalblocks.kb.model.ArticleText;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was measured: a table as it is measured, and a line of JSON at the end. */
final class Figures {
    private static final String ROW = "%-40s %12s %12s %8s %8s%n";

    private final int count;
    private final List<String> json = new ArrayList<>();

    Figures(int count) {
        this.count = count;
        System.out.printf(Locale.ROOT, ROW, count + " articles", "ours", "Lucene", "ratio", "limit");
    }

    /** What a figure has to keep to. */
    record Limit(@Nullable Double least, @Nullable Double most) {
        static Limit atLeast(double value) {
            return new Limit(value, null);
        }

        static Limit atMost(double value) {
            return new Limit(null, value);
        }

        static Limit none() {
            return new Limit(null, null);
        }

        String of(double figure) {
            boolean isMissed = (least != null && figure < least) || (most != null && figure > most);
            String said = least != null ? ">= " + least : most != null ? "<= " + most : "";
            return isMissed ? said + " missed" : said;
        }
    }

    void said(String line, Object... values) {
        System.out.printf(Locale.ROOT, line + "%n", values);
    }

    /** Throughput and p99 of ours beside the other. */
    void add(String name, Turns turns, Limit throughput, Limit slowest) {
        add(name + " p50", "ms", turns.ours(0.5), turns.others(0.5), turns.ours(0.5) / turns.others(0.5), Limit.none());
        add(name + " p99", "ms", turns.ours(0.99), turns.others(0.99), turns.ours(0.99) / turns.others(0.99), slowest);
        add(name + " throughput", "", 0, 0, turns.throughput(), throughput);
    }

    /** Ours alone, in milliseconds. */
    void add(String name, List<Long> nanos, double share, Limit limit) {
        double millis = Turns.at(share, nanos);
        System.out.printf(Locale.ROOT, ROW, name, round(millis) + " ms", "", "", limit.of(millis));
        json.add(String.format(Locale.ROOT, "\"%s\":%.3f", name, millis));
    }

    /** Ours beside the other. */
    void add(String name, String unit, double ours, double other, double ratio, Limit limit) {
        System.out.printf(
                Locale.ROOT,
                ROW,
                name,
                ours == 0 ? "" : round(ours) + " " + unit,
                other == 0 ? "" : round(other) + " " + unit,
                ratio == 0 ? "" : round(ratio),
                limit.of(ratio));
        json.add(String.format(
                Locale.ROOT, "\"%s\":{\"ours\":%.3f,\"lucene\":%.3f,\"ratio\":%.3f}", name, ours, other, ratio));
    }

    /** What is alive after all that. */
    void heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        double alive = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
        add("alive on the heap", "MB", alive, Runtime.getRuntime().maxMemory() / 1e6, 0, Limit.none());
    }

    void print() {
        System.out.println("{\"benchmark\":\"search\",\"articles\":" + count + "," + String.join(",", json) + "}");
    }

    private static String round(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }

    static ArticleText german(ArticleContent content) {
        return Objects.requireNonNull(content.texts().get(LanguageTag.GERMAN));
    }

    static Scope readersScope() {
        return Scope.wholeTenant(StoredArticles.TENANT)
                .ofAudiences(Bound.only(Set.of(Audience.PUBLIC, Audience.SIGNED_IN)))
                .inStates(Bound.only(Set.of(Permission.PUBLISHED)));
    }
}
