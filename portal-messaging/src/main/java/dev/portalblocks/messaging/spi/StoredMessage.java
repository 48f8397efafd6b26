// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.spi;

import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.PersonalData;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.messaging.model.Attachment;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.MessageId;
import dev.portalblocks.messaging.model.Side;
import java.time.Instant;
import java.util.List;

/**
 * A message as it is stored, once and for all.
 *
 * @param tenant whose portal
 * @param id names it for good
 * @param conversation where it stands
 * @param sequence its place there
 * @param from who wrote it
 * @param text what it says
 * @param attachments what hangs on it
 * @param sentAt when
 */
public record StoredMessage(
        TenantId tenant,
        MessageId id,
        ConversationId conversation,
        @NotPersonal("a place in an order") long sequence,
        Side from,

        @PersonalData(category = PersonalData.Category.CONTENT, purpose = "keeping what was said")
        String text,

        @PersonalData(category = PersonalData.Category.CONTENT, purpose = "keeping what was handed over")
        List<Attachment> attachments,

        Instant sentAt) {

    /** Copies the attachments. */
    public StoredMessage {
        attachments = List.copyOf(attachments);
    }
}
