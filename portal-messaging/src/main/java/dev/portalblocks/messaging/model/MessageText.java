// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import dev.portalblocks.core.model.ContentRef;
import dev.portalblocks.core.model.TextPatterns;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a message says and what hangs on it.
 *
 * @param text 1 to 20,000 characters, of the control characters only tab and line breaks
 * @param attachments 10 at most; the same content may hang there under several names
 */
public record MessageText(
        @NotBlank @Size(max = 20_000) @Pattern(regexp = TextPatterns.LINES)
        String text,

        @Size(max = 10) List<@NotNull @Valid NewAttachment> attachments) {

    /** Copies the attachments; none where JSON names none. */
    public MessageText {
        attachments = attachments == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(attachments));
    }

    /** Returns the text without attachments. */
    public static MessageText of(String text) {
        return new MessageText(text, List.of());
    }

    /** Returns this text with one more attachment. */
    public MessageText attaching(ContentRef content, String name) {
        List<NewAttachment> more = Stream.concat(attachments.stream(), Stream.of(new NewAttachment(content, name)))
                .toList();
        return new MessageText(text, more);
    }
}
