// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.EventType;
import org.jspecify.annotations.Nullable;

/**
 * A folder stands in another one, with all that stands in it.
 *
 * @param folder which folder
 * @param customer whose vault
 * @param parent in which folder; null at the top
 * @param version its version since
 */
public record FolderMoved(
        FolderId folder, CustomerId customer, @Nullable FolderId parent, long version) {
    /** The type of this event. */
    public static final EventType<FolderMoved> TYPE =
            new EventType<>("portalblocks.docs.folder-moved.v1", FolderMoved.class);
}
