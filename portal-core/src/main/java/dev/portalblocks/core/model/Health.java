// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a portal is at a moment, for an operator's check. Names, codes and counts only: nothing of a customer's.
 *
 * @param status the worst of the parts
 * @param parts what was looked at, by name: {@code storage}, {@code search.index}, {@code task.search.follow}
 */
@JsonPropertyOrder({"status", "parts"})
public record Health(Status status, Map<String, Finding> parts) {
    /** Copies the parts, in order of their names. */
    public Health {
        parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    }

    /** Returns the health of these parts. */
    public static Health of(Map<String, Finding> parts) {
        Status worst = parts.values().stream()
                .map(Finding::status)
                .max(Status::compareTo)
                .orElse(Status.UP);
        return new Health(worst, parts);
    }

    /** Returns what was found of a part, if it was looked at. */
    public Optional<Finding> findPart(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /** How something is, the best first. */
    public enum Status {
        /** It works. */
        UP,
        /** Customers are served, but something lags or failed that somebody should look at. */
        BEHIND,
        /** Customers are not served. */
        DOWN
    }

    /**
     * What was found of one part.
     *
     * @param status how it is
     * @param code stable: {@code ok}, or why it is not, such as the code of the {@link PortalException}
     * @param figures counts, and durations in seconds or milliseconds as their names say
     */
    @JsonPropertyOrder({"status", "code", "figures"})
    public record Finding(Status status, String code, Map<String, Long> figures) {
        /** Copies the figures, in order of their names. */
        public Finding {
            figures = Collections.unmodifiableMap(new TreeMap<>(figures));
        }

        /** Returns that it works. */
        public static Finding up(Map<String, Long> figures) {
            return new Finding(Status.UP, "ok", figures);
        }

        /** Returns that it lags or failed, and why. */
        public static Finding behind(String code, Map<String, Long> figures) {
            return new Finding(Status.BEHIND, code, figures);
        }

        /** Returns that nothing goes, and why. */
        public static Finding down(String code) {
            return new Finding(Status.DOWN, code, Map.of());
        }
    }
}
