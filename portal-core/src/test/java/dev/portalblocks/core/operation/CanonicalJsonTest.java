// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    private final CanonicalJson json = new CanonicalJson();

    @Test
    void aSetIsWrittenTheSameWayInEveryProcess() {
        Set<String> oneOrder = new LinkedHashSet<>(List.of("c", "a", "b"));
        Set<String> another = new LinkedHashSet<>(List.of("b", "c", "a"));

        assertThat(json.text(new Sample(oneOrder, Map.of("k", another))))
                .isEqualTo("{\"inner\":{\"k\":[\"a\",\"b\",\"c\"]},\"set\":[\"a\",\"b\",\"c\"]}")
                .isEqualTo(json.text(new Sample(another, Map.of("k", oneOrder))));
    }

    @Test
    void aListKeepsItsOrder() {
        assertThat(json.text(List.of("b", "a"))).isEqualTo("[\"b\",\"a\"]");
    }

    /** Something with sets in it. */
    public record Sample(Set<String> set, Map<String, Set<String>> inner) {}
}
