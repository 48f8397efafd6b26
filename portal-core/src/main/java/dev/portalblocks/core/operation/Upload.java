// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import dev.portalblocks.core.content.MediaTypeDetector;
import dev.portalblocks.core.content.StoredContent;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.DeclaredBytes;
import dev.portalblocks.core.model.IdempotencyKey;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * An operation that takes bytes in.
 *
 * @param operation the operation, a writing one
 * @param command what the caller asks for; it is validated
 * @param terms which bytes are taken
 * @param owner decides whose the bytes will be
 * @param making makes the object of them
 * @param <R> what the operation returns
 */
public record Upload<R>(Operation operation, Object command, Terms terms, Owner owner, Making<R> making) {
    /**
     * Which bytes are taken.
     *
     * @param limit the most bytes
     * @param declared what the caller says of them; null when it says nothing
     * @param types tells their type
     * @param admitted the types that are taken; null for all
     */
    public record Terms(
            long limit,
            @Nullable DeclaredBytes declared,
            MediaTypeDetector types,
            @Nullable Set<String> admitted) {
        /** Copies the set. */
        public Terms {
            admitted = admitted == null ? null : Set.copyOf(admitted);
        }

        /** Takes any bytes, up to so many, without looking for their type. */
        public static Terms upTo(long limit) {
            return new Terms(limit, null, MediaTypeDetector.none(), null);
        }

        /** Returns these terms for what the caller has declared; null declares nothing. */
        public Terms declared(@Nullable DeclaredBytes bytes) {
            return new Terms(limit, bytes, types, admitted);
        }

        /** Returns these terms with a detector. */
        public Terms typedBy(MediaTypeDetector detector) {
            return new Terms(limit, declared, detector, admitted);
        }

        /** Returns these terms for bytes that the detector knows as one of these types. */
        public Terms admitting(Set<String> some) {
            return new Terms(limit, declared, types, some);
        }

        boolean admits(String type) {
            return admitted == null || admitted.contains(type);
        }
    }

    /** Decides whose the bytes will be. */
    @FunctionalInterface
    public interface Owner {
        /**
         * Returns the customer; empty when the bytes are the company's own. Runs in a short transaction before a byte is
         * read: throw here what would be refused anyway ({@code NotFound}), and look again when the object is made. What
         * it writes is committed without an audit entry and without an event, so it writes nothing.
         */
        Optional<CustomerId> prepare(OperationContext context);
    }

    /** Makes the object of bytes that are kept. */
    @FunctionalInterface
    public interface Completion<R> {
        /**
         * Makes the object under the id, in the transaction that makes the bytes known: its rows, events, audit entry and
         * the uses of the content commit together. The content is live and locked; it may be shared with an earlier
         * upload of equal bytes by the same owner. What holds no use of it ({@link Contents#hold}) loses it after a day.
         */
        R create(OperationContext context, UUID id, StoredContent content);
    }

    /**
     * How the object is made: once for each key.
     *
     * @param key the caller's name for this attempt; null if it takes no care
     * @param create makes the object
     * @param replay reads the object that an earlier attempt made, as it is now, within the scope
     * @param <R> what the operation returns
     */
    public record Making<R>(
            @Nullable IdempotencyKey key, Completion<R> create, BiFunction<OperationContext, UUID, R> replay) {
        /** Makes an object with every call. */
        public static <R> Making<R> each(Completion<R> create) {
            return new Making<>(null, create, (context, id) -> {
                throw new IllegalStateException("Nothing to repeat without a key");
            });
        }
    }
}
