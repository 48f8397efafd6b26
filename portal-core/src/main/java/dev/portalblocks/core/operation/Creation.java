// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.model.IdempotencyKey;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * How an operation creates something: once for each key.
 *
 * @param key the caller's name for this attempt; null if it takes no care
 * @param create makes the object under the id that it is given
 * @param replay reads the object that an earlier attempt made, as it is now, within the scope
 * @param <R> what the operation returns
 */
public record Creation<R>(
        @Nullable IdempotencyKey key,
        BiFunction<OperationContext, UUID, R> create,
        BiFunction<OperationContext, UUID, R> replay) {}
