// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.sound.messaging.model;

import dev.portalblocks.tck.planted.sound.core.model.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Set;

public sealed interface Choice {
    Set<String> NAMES = Set.of("one", "other");
    Map<String, Integer> NUMBERS = Map.copyOf(new java.util.HashMap<>());
    List<String> NONE = List.of();

    TenantId tenant();

    Case next();

    record One(TenantId tenant, Case next) implements Choice {}

    record Other(TenantId tenant, Case next) implements Choice {}

    enum Case {
        LOWER {
            @Override
            public String of(String text) {
                return text.toLowerCase(java.util.Locale.ROOT);
            }
        },
        UPPER {
            @Override
            public String of(String text) {
                return text.toUpperCase(java.util.Locale.ROOT);
            }
        };

        public abstract String of(String text);
    }
}
