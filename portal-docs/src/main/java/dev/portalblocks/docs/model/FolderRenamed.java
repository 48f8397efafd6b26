// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.EventType;

/**
 * A folder has another name.
 *
 * @param folder which folder
 * @param customer whose vault
 * @param version its version since
 */
public record FolderRenamed(FolderId folder, CustomerId customer, long version) {
    /** The type of this event. */
    public static final EventType<FolderRenamed> TYPE =
            new EventType<>("portalblocks.docs.folder-renamed.v1", FolderRenamed.class);
}
