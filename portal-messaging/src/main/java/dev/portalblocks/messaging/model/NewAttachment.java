// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import dev.portalblocks.core.model.ContentRef;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Hangs stored bytes on a message that is sent.
 *
 * @param content names the bytes, which belong to the customer of the conversation
 * @param name what to call it: 1 to 255 characters, none of them a control or one that turns the direction of writing
 */
public record NewAttachment(
        @NotNull ContentRef content,

        @NotNull @Size(max = 255) @Pattern(regexp = NewAttachment.NAME)
        String name) {
    /**
     * One line with something else than white space in it: no control character, no lone surrogate, nothing that makes a
     * name look like another one by turning its direction (Unicode Standard Annex 9, 2.1 to 2.4).
     */
    static final String NAME =
            "(?U)(?=.*[^\\s\\p{Cf}])" + "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]*";
}
