// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Removes a document with all of its versions.
 *
 * @param document which document
 * @param expectedVersion the version that the caller saw; null for whatever is there
 */
public record RemoveDocument(
        @NotNull DocumentId document, @Nullable Long expectedVersion) {

    /** Returns the command for whatever is there. */
    public static RemoveDocument of(DocumentId document) {
        return new RemoveDocument(document, null);
    }

    /** Returns this command for the version that the caller saw. */
    public RemoveDocument expecting(long seen) {
        return new RemoveDocument(document, seen);
    }
}
