// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import dev.portalblocks.core.model.IdempotencyKey;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Makes an earlier version the current one again, as a new version with the same bytes.
 *
 * @param document which document
 * @param number which of its versions, from 1
 * @param expectedVersion the version that the caller saw; null for whatever is there
 * @param idempotencyKey the caller's name for this attempt; null if it takes no care
 */
public record RestoreVersion(
        @NotNull DocumentId document,
        @Min(1) int number,
        @Nullable Long expectedVersion,
        @Nullable IdempotencyKey idempotencyKey) {

    /** Returns the command for whatever is there. */
    public static RestoreVersion of(DocumentId document, int number) {
        return new RestoreVersion(document, number, null, null);
    }

    /** Returns this command for the version that the caller saw. */
    public RestoreVersion expecting(long version) {
        return new RestoreVersion(document, number, version, idempotencyKey);
    }

    /** Returns this command under a key. */
    public RestoreVersion once(IdempotencyKey key) {
        return new RestoreVersion(document, number, expectedVersion, key);
    }
}
