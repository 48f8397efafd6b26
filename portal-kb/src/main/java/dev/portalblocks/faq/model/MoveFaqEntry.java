// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.faq.model;

import jakarta.validation.constraints.NotNull;

/**
 * Moves an entry to the end of another section.
 *
 * @param entry which entry
 * @param section where it stands from now on
 */
public record MoveFaqEntry(
        @NotNull FaqEntryId entry, @NotNull FaqSectionId section) {}
