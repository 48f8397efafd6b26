// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;

/**
 * A conversation as its customer sees it.
 *
 * @param id names it for good
 * @param topic what it is about, in the company's words
 * @param subject its heading
 * @param messages how many messages it has, which is the sequence of the last one
 * @param unread how many of the company's messages the customer has not read
 * @param openedAt when its first message was sent
 * @param latestAt when its last message was sent
 */
public record Conversation(
        ConversationId id,
        String topic,
        String subject,
        long messages,
        long unread,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant openedAt,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant latestAt) {}
