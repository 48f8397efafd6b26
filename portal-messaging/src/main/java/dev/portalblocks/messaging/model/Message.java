// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.List;

/**
 * What one side wrote to the other. It never changes once it is sent.
 *
 * @param id names it for good
 * @param conversation where it stands
 * @param sequence its place there: 1, 2, 3 … without gaps, given by the server
 * @param from who wrote it
 * @param text what it says
 * @param attachments what hangs on it
 * @param sentAt when; never before the message before it
 */
public record Message(
        MessageId id,
        ConversationId conversation,
        long sequence,
        Side from,
        String text,
        List<Attachment> attachments,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant sentAt) {

    /** Copies the attachments. */
    public Message {
        attachments = List.copyOf(attachments);
    }
}
