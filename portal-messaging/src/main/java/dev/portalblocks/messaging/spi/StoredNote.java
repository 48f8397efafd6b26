// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.spi;

import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.PersonalData;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.NoteId;
import java.time.Instant;

/**
 * An internal note as it is stored, once and for all.
 *
 * @param tenant whose portal
 * @param id names it for good
 * @param conversation about which
 * @param number its place among the conversation's notes
 * @param author the login of who wrote it
 * @param text what it says
 * @param writtenAt when
 */
public record StoredNote(
        TenantId tenant,
        NoteId id,
        ConversationId conversation,
        @NotPersonal("a place in an order") long number,

        @PersonalData(category = PersonalData.Category.IDENTITY, purpose = "telling colleagues who wrote it")
        String author,

        @PersonalData(category = PersonalData.Category.CONTENT, purpose = "handling the customer's concern")
        String text,

        Instant writtenAt) {}
