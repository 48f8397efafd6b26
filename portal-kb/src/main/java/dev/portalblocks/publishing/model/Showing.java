// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.publishing.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * When readers see what.
 *
 * @param <C> what editors write
 * @param from since when
 * @param until until when, that moment excluded; null for ever
 * @param revision what they see
 */
public record Showing<C extends EditorialContent<C>>(
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant from,

        @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
        Instant until,

        Revision<C> revision) {
    /** Returns this showing of what the function makes of the content. */
    public Showing<C> with(UnaryOperator<C> change) {
        return new Showing<>(from, until, revision.saying(change.apply(revision.content())));
    }
}
