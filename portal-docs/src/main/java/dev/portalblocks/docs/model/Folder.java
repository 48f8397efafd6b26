// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A folder of a customer's vault.
 *
 * @param id names it for good
 * @param customer whose it is
 * @param parent in which folder it stands; null at the top
 * @param name as it was written; no sibling has it in another spelling of case or of combined characters
 * @param version counts its changes, from 1
 * @param changedAt when its name or its place changed last
 */
public record Folder(
        FolderId id,
        CustomerId customer,
        @Nullable FolderId parent,
        String name,
        long version,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant changedAt) {}
