// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.PageRequest;
import dev.portalblocks.core.model.TenantId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A name that no database can keep is one that nobody has. */
class NobodysNamesTest {
    private static final Actor OPERATOR = Actor.agent(TenantId.of("acme"), "otto", "operator");

    @ParameterizedTest
    @EnumSource
    void aSubscriberOfSuchANameHasNoDeadLetters(Databases databases) {
        try (Portal portal = Portal.of(databases.database())) {
            for (String name : List.of("crm\0", "crm\uD83D", "\uDE00")) {
                assertThat(portal.subscriptions()
                                .deadLetters(OPERATOR, name, PageRequest.first(10))
                                .items())
                        .isEmpty();
            }
        }
    }
}
