// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging;

import static dev.portalblocks.messaging.MessagingHouse.CARL;
import static dev.portalblocks.messaging.MessagingHouse.ERIKA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.access.RolePolicy;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.messaging.model.Conversation;
import dev.portalblocks.messaging.model.OpenConversation;
import org.junit.jupiter.api.Test;

class TopicRoutingTest {
    @Test
    void aTopicThatNoTeamTakesIsRefused() {
        OpenConversation sports =
                OpenConversation.about("sports").subject("?").text("!").build();
        assertThatThrownBy(() -> new MessagingHouse().inbox.open(ERIKA, sports))
                .isInstanceOfSatisfying(
                        PortalException.class,
                        refused -> assertThat(refused.code()).isEqualTo("conversation.topic-unknown"));
    }

    @Test
    void aHostRoutesTopicsToTeams() {
        MessagingHouse routed = new MessagingHouse(
                RolePolicy.standard(),
                builder -> builder.routing((tx, tenant, topic) -> topic.startsWith("bike") ? "claims" : "contract"));
        Conversation asked = routed.inbox.open(
                ERIKA,
                OpenConversation.about("bike stolen")
                        .subject("Rad")
                        .text("Weg.")
                        .build());
        assertThat(asked.topic()).isEqualTo("bike stolen");
        assertThat(routed.desk.read(CARL, asked.id()).team()).isEqualTo("claims");
    }
}
