// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Removes a folder in which nothing stands.
 *
 * @param folder which folder
 * @param expectedVersion the version that the caller saw; null for whatever is there
 */
public record RemoveFolder(
        @NotNull FolderId folder, @Nullable Long expectedVersion) {

    /** Returns the command for whatever is there. */
    public static RemoveFolder of(FolderId folder) {
        return new RemoveFolder(folder, null);
    }

    /** Returns this command for the version that the caller saw. */
    public RemoveFolder expecting(long seen) {
        return new RemoveFolder(folder, seen);
    }
}
