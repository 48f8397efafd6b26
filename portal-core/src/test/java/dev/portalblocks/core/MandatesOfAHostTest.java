// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.access.Bound;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.Mandate.Kind;
import dev.portalblocks.core.memory.MemoryCoreStorage;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.operation.Operation;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.profile.Profiles;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MandatesOfAHostTest {
    private static final TenantId ACME = TenantId.of("acme");
    private static final CustomerId MAXES = CustomerId.of("4712");
    private static final Operation FIND = Operation.reading("test.find", Profiles.READ);

    @Test
    void aPortalThatAsksItsHostKeepsNoMandates() {
        try (Portal hosted = Portal.builder(MemoryCoreStorage.in(new Memory()))
                .mandates((tx, tenant, holder, principal) ->
                        List.of(Mandate.Terms.everything(Kind.HOUSEHOLD, Instant.EPOCH)))
                .build()) {
            assertThatThrownBy(hosted::mandates).isInstanceOf(IllegalStateException.class);
            assertThat(hosted.blocks()).noneMatch(block -> block.block().equals("mandates"));
            Scope scope = hosted.operations()
                    .perform(
                            FIND,
                            Actor.customer(ACME, CustomerId.of("4711")).actingFor(MAXES),
                            "",
                            context -> context.scope());
            assertThat(scope.customers()).isEqualTo(Bound.only(Set.of(MAXES)));
        }
    }
}
