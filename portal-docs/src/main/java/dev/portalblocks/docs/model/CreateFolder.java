// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.IdempotencyKey;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Begins a folder in a customer's vault.
 *
 * @param customer whose vault
 * @param parent in which folder of this customer; null for the top
 * @param name kept as written: one line of 1 to 255 characters, not blank, none of which turns the direction of text
 * @param idempotencyKey the caller's name for this attempt; null if it takes no care
 */
public record CreateFolder(
        @NotNull CustomerId customer,
        @Nullable FolderId parent,

        @NotNull @Size(max = VaultNames.MAX) @Pattern(regexp = VaultNames.PATTERN)
        String name,

        @Nullable IdempotencyKey idempotencyKey) {

    /** Returns the command for the top of a customer's vault. */
    public static CreateFolder of(CustomerId customer, String name) {
        return new CreateFolder(customer, null, name, null);
    }

    /** Returns this command for a folder in another one; null for the top. */
    public CreateFolder in(@Nullable FolderId folder) {
        return new CreateFolder(customer, folder, name, idempotencyKey);
    }

    /** Returns this command under a key. */
    public CreateFolder once(IdempotencyKey key) {
        return new CreateFolder(customer, parent, name, key);
    }
}
