// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.search;

import dev.portalblocks.core.model.Health;
import dev.portalblocks.core.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers of which tenants a source fails, and when it is asked again for what it owes. Thread-safe. */
final class SourceTroubles {
    /** The longest rest between two attempts. */
    static final Duration LONGEST_REST = Duration.ofSeconds(30);
    /** How long a source may take for one object at first, and after it took too long again and again. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    static final Duration MOST_PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_DOUBLINGS = 5;
    private static final List<String> WORST_FIRST = List.of(SourceItem.HANGS, SourceItem.THROWS, SourceItem.INVALID);

    private final InstantSource clock;
    private final Map<TenantId, Trouble> troubles = new ConcurrentHashMap<>();
    private volatile Duration patience = PATIENCE;

    SourceTroubles(InstantSource clock) {
        this.clock = clock;
    }

    /** What a source did, since when, how often, and when it is asked again. */
    private record Trouble(String code, Instant since, int times, Instant next) {
        Trouble and(String other, Instant now) {
            return new Trouble(other, since, times + 1, now.plus(rest(times)));
        }

        static Duration rest(int times) {
            Duration rest = Duration.ofSeconds(1L << Math.min(times - 1, MOST_DOUBLINGS));
            return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
        }
    }

    /** Notes that the source failed. */
    void note(TenantId tenant, String code) {
        Instant now = clock.instant();
        troubles.compute(
                tenant, (ignored, known) -> known == null ? new Trouble(code, now, 1, now) : known.and(code, now));
    }

    /** Notes that the source took too long; one that is only slow gets more time the next time. */
    void noteHanging(TenantId tenant) {
        note(tenant, SourceItem.HANGS);
        Duration more = patience.multipliedBy(2);
        patience = more.compareTo(MOST_PATIENCE) > 0 ? MOST_PATIENCE : more;
    }

    /** Notes that all is well again. */
    void clear(TenantId tenant) {
        troubles.remove(tenant);
    }

    /** Returns whether it is time to ask the source for what it owes. */
    boolean isDue(TenantId tenant) {
        Trouble trouble = troubles.get(tenant);
        return trouble == null || !clock.instant().isBefore(trouble.next());
    }

    /** Returns how long the source may take for one object. */
    Duration patience() {
        return patience;
    }

    /** Returns how the source is: of how many {@code tenants} it fails, and for how many {@code seconds}. */
    Health.Finding look() {
        List<Trouble> now = List.copyOf(troubles.values());
        if (now.isEmpty()) {
            return Health.Finding.up(Map.of());
        }
        String worst = now.stream()
                .map(Trouble::code)
                .min(Comparator.comparing(WORST_FIRST::indexOf))
                .orElseThrow();
        Instant since =
                now.stream().map(Trouble::since).min(Comparator.naturalOrder()).orElseThrow();
        return Health.Finding.behind(
                worst,
                Map.of(
                        "tenants",
                        (long) now.size(),
                        "seconds",
                        Duration.between(since, clock.instant()).toSeconds()));
    }
}
