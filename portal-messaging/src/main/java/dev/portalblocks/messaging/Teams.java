// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.messaging;

import dev.portalblocks.core.access.TeamDirectory;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.operation.OperationContext;
import dev.portalblocks.messaging.spi.Routing;

/** The teams that conversations go to. */
final class Teams {
    private final TeamDirectory directory;
    private final Routing routing;

    Teams(TeamDirectory directory, Routing routing) {
        this.directory = directory;
        this.routing = routing;
    }

    String teamFor(OperationContext context, String topic) {
        String team = routing.teamFor(context.tx(), context.scope().tenant(), topic);
        require(context, team, "conversation.topic-unknown");
        return team;
    }

    void require(OperationContext context, String team, String otherwise) {
        if (!directory.isTeam(context.tx(), context.scope().tenant(), team)) {
            throw new PortalException.InvalidInput(otherwise);
        }
    }
}
