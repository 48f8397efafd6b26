// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Puts a folder, with all that stands in it, into another folder of the same customer.
 *
 * @param folder which folder
 * @param target which folder; null for the top
 * @param expectedVersion the version that the caller saw; null for whatever is there
 */
public record MoveFolder(
        @NotNull FolderId folder,
        @Nullable FolderId target,
        @Nullable Long expectedVersion) {

    /** Returns the command for whatever is there. */
    public static MoveFolder of(FolderId folder, @Nullable FolderId target) {
        return new MoveFolder(folder, target, null);
    }

    /** Returns this command for the version that the caller saw. */
    public MoveFolder expecting(long seen) {
        return new MoveFolder(folder, target, seen);
    }
}
