// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import dev.portalblocks.core.model.DeclaredBytes;
import dev.portalblocks.core.model.IdempotencyKey;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Gives a document other bytes, which come beside the command; the earlier ones stay as versions.
 *
 * @param document which document
 * @param declared what the bytes have to be; null when nothing is known beforehand
 * @param expectedVersion the version that the caller saw; null for whatever is there
 * @param idempotencyKey the caller's name for this attempt; null if it takes no care
 */
public record AddVersion(
        @NotNull DocumentId document,
        @Nullable DeclaredBytes declared,
        @Nullable Long expectedVersion,
        @Nullable IdempotencyKey idempotencyKey) {

    /** Returns the command for whatever is there, that declares nothing. */
    public static AddVersion of(DocumentId document) {
        return new AddVersion(document, null, null, null);
    }

    /** Returns this command with what the bytes have to be. */
    public AddVersion declaring(DeclaredBytes bytes) {
        return new AddVersion(document, bytes, expectedVersion, idempotencyKey);
    }

    /** Returns this command for the version that the caller saw. */
    public AddVersion expecting(long version) {
        return new AddVersion(document, declared, version, idempotencyKey);
    }

    /** Returns this command under a key. */
    public AddVersion once(IdempotencyKey key) {
        return new AddVersion(document, declared, expectedVersion, key);
    }
}
