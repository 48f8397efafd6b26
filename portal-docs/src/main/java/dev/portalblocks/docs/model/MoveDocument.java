// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Puts a document into another folder of the same customer.
 *
 * @param document which document
 * @param target which folder; null for the top
 * @param expectedVersion the version that the caller saw; null for whatever is there
 */
public record MoveDocument(
        @NotNull DocumentId document,
        @Nullable FolderId target,
        @Nullable Long expectedVersion) {

    /** Returns the command for whatever is there. */
    public static MoveDocument of(DocumentId document, @Nullable FolderId target) {
        return new MoveDocument(document, target, null);
    }

    /** Returns this command for the version that the caller saw. */
    public MoveDocument expecting(long seen) {
        return new MoveDocument(document, target, seen);
    }
}
