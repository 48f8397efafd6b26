// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document in a customer's vault, as it is now.
 *
 * @param id names it for good
 * @param customer whose it is
 * @param folder in which folder it stands; null at the top
 * @param name as it was written: text, never a path; {@link #downloadName} is safe as a file's name
 * @param current the version that is shown
 * @param version counts its changes, from 1: name, place, and versions of its bytes; not the number of {@code current}
 * @param addedAt when it was added
 * @param changedAt when it was changed last
 */
public record Document(
        DocumentId id,
        CustomerId customer,
        @Nullable FolderId folder,
        String name,
        DocumentVersion current,
        long version,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant addedAt,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant changedAt) {

    /** Returns the name under which a browser or a disk can keep it. */
    public DownloadName downloadName() {
        return DownloadName.of(name);
    }
}
