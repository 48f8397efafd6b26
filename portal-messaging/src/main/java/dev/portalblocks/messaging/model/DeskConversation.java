// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.portalblocks.core.model.CustomerId;
import java.time.Instant;

/**
 * A conversation as staff sees it.
 *
 * @param id names it for good
 * @param customer with whom
 * @param topic what it is about, in the company's words
 * @param team the team that handles it
 * @param subject its heading
 * @param messages how many messages it has, which is the sequence of the last one
 * @param unread how many of the customer's messages nobody of the company has read
 * @param version one more with each message and each hand-over, but not with notes or with reading
 * @param openedAt when its first message was sent
 * @param latestAt when its last message was sent
 */
public record DeskConversation(
        ConversationId id,
        CustomerId customer,
        String topic,
        String team,
        String subject,
        long messages,
        long unread,
        long version,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant openedAt,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant latestAt) {}
