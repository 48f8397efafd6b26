// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;

/**
 * What staff wrote to each other about a conversation. The customer never learns of it.
 *
 * @param id names it for good
 * @param conversation about which
 * @param number its place among the conversation's notes: 1, 2, 3 … without gaps
 * @param author the login of who wrote it
 * @param text what it says
 * @param writtenAt when
 */
public record InternalNote(
        NoteId id,
        ConversationId conversation,
        long number,
        String author,
        String text,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant writtenAt) {}
