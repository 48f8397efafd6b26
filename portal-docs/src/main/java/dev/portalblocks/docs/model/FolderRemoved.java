// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.EventType;

/**
 * An empty folder was removed.
 *
 * @param folder which folder
 * @param customer whose vault
 */
public record FolderRemoved(FolderId folder, CustomerId customer) {
    /** The type of this event. */
    public static final EventType<FolderRemoved> TYPE =
            new EventType<>("portalblocks.docs.folder-removed.v1", FolderRemoved.class);
}
