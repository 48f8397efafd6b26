// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging.spi;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.NotPersonal;
import dev.portalblocks.core.model.PersonalData;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.messaging.model.ConversationId;
import dev.portalblocks.messaging.model.Side;
import java.time.Instant;

/**
 * A conversation as it is stored.
 *
 * @param tenant whose portal
 * @param id names it for good
 * @param customer with whom
 * @param topic what it is about, in the company's words
 * @param team the team that handles it
 * @param subject its heading
 * @param progress how many messages it has, and how far each side has read
 * @param version one more with each message and each hand-over
 * @param openedAt when its first message was sent
 * @param latestAt when its last message was sent
 */
public record StoredConversation(
        TenantId tenant,
        ConversationId id,
        CustomerId customer,
        @NotPersonal("one of the company's topics") String topic,
        @NotPersonal("a team of the company's") String team,

        @PersonalData(category = PersonalData.Category.CONTENT, purpose = "telling conversations apart")
        String subject,

        @PersonalData(category = PersonalData.Category.USAGE, purpose = "showing what is unread")
        Progress progress,

        long version,
        Instant openedAt,
        Instant latestAt) {

    /**
     * How far a conversation is.
     *
     * @param messages how many messages it has, which is the sequence of the last one
     * @param customer how far the customer has read
     * @param company how far the company has read
     */
    public record Progress(long messages, Reading customer, Reading company) {
        /** Nothing was said yet. */
        public static final Progress NONE = new Progress(0, Reading.NONE, Reading.NONE);

        /** Returns how far this side has read. */
        public Reading of(Side side) {
            return side == Side.CUSTOMER ? customer : company;
        }

        /** Returns this progress with one side's reading replaced. */
        public Progress with(Side side, Reading reading) {
            return side == Side.CUSTOMER
                    ? new Progress(messages, reading, company)
                    : new Progress(messages, customer, reading);
        }

        /** Returns this progress with one more message, which the other side has not read. */
        public Progress afterMessageFrom(Side from) {
            Reading reading = of(from.other());
            Reading more = new Reading(reading.upTo(), reading.unread() + 1);
            return new Progress(messages + 1, customer, company).with(from.other(), more);
        }
    }

    /**
     * How far a side has read.
     *
     * @param upTo the sequence of the last message that it marked as read; 0 for none
     * @param unread how many messages of the other side stand behind that one
     */
    public record Reading(long upTo, long unread) {
        /** Nothing was read, and nothing waits. */
        public static final Reading NONE = new Reading(0, 0);
    }

    /** Returns what a scope decides by. */
    public AccessLabel label() {
        return AccessLabel.of(tenant).ownedBy(customer).handledBy(team);
    }

    /** Returns the next version, with one more message; time does not go back in a conversation. */
    public StoredConversation afterMessageFrom(Side from, Instant now) {
        Instant at = now.isBefore(latestAt) ? latestAt : now;
        return new StoredConversation(
                tenant, id, customer, topic, team, subject, progress.afterMessageFrom(from), version + 1, openedAt, at);
    }

    /** Returns the next version, handled by another team. */
    public StoredConversation handedTo(String other) {
        return new StoredConversation(
                tenant, id, customer, topic, other, subject, progress, version + 1, openedAt, latestAt);
    }

    /** Returns the same version, with what a side has read. */
    public StoredConversation readBy(Side side, Reading reading) {
        Progress further = progress.with(side, reading);
        return new StoredConversation(tenant, id, customer, topic, team, subject, further, version, openedAt, latestAt);
    }
}
