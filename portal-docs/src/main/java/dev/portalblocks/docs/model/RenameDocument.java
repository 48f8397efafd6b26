// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Gives a document another name.
 *
 * @param document which document
 * @param name kept as written: one line of 1 to 255 characters, not blank, none of which turns the direction of text
 * @param expectedVersion the version that the caller saw; null for whatever is there
 */
public record RenameDocument(
        @NotNull DocumentId document,

        @NotNull @Size(max = VaultNames.MAX) @Pattern(regexp = VaultNames.PATTERN)
        String name,

        @Nullable Long expectedVersion) {

    /** Returns the command for whatever is there. */
    public static RenameDocument of(DocumentId document, String name) {
        return new RenameDocument(document, name, null);
    }

    /** Returns this command for the version that the caller saw. */
    public RenameDocument expecting(long seen) {
        return new RenameDocument(document, name, seen);
    }
}
