// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.docs.model;

import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.DeclaredBytes;
import dev.portalblocks.core.model.IdempotencyKey;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Hands in a document; its bytes come beside the command.
 *
 * @param customer whose vault
 * @param folder in which folder of this customer; null for the top
 * @param name kept as written: one line of 1 to 255 characters, not blank, none of which turns the direction of text
 * @param declared what the bytes have to be; null when nothing is known beforehand
 * @param idempotencyKey the caller's name for this attempt; null if it takes no care
 */
public record UploadDocument(
        @NotNull CustomerId customer,
        @Nullable FolderId folder,

        @NotNull @Size(max = VaultNames.MAX) @Pattern(regexp = VaultNames.PATTERN)
        String name,

        @Nullable DeclaredBytes declared,
        @Nullable IdempotencyKey idempotencyKey) {

    /** Returns the command for the top of a customer's vault, that declares nothing. */
    public static UploadDocument of(CustomerId customer, String name) {
        return new UploadDocument(customer, null, name, null, null);
    }

    /** Returns this command for a folder; null for the top. */
    public UploadDocument into(@Nullable FolderId target) {
        return new UploadDocument(customer, target, name, declared, idempotencyKey);
    }

    /** Returns this command with what the bytes have to be. */
    public UploadDocument declaring(DeclaredBytes bytes) {
        return new UploadDocument(customer, folder, name, bytes, idempotencyKey);
    }

    /** Returns this command under a key. */
    public UploadDocument once(IdempotencyKey key) {
        return new UploadDocument(customer, folder, name, declared, key);
    }
}
