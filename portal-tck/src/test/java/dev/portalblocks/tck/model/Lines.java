// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How answers are written down, the model's and the portal's alike. */
final class Lines {
    private Lines() {}

    static String of(@Nullable Object... parts) {
        return java.util.Arrays.stream(parts).map(Objects::toString).collect(Collectors.joining(" | ", "<", ">"));
    }

    static String list(Collection<String> lines) {
        return lines.size() + lines.toString();
    }
}
