// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.mandate.GrantMandate;
import dev.portalblocks.core.mandate.Mandate;
import dev.portalblocks.core.mandate.RevokeMandate;
import dev.portalblocks.core.model.CustomerId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the commands about mandates can't be. */
final class MandateMisfits {
    private static final CustomerId HOLDER = SampleWorld.ANNA;
    private static final Set<String> EVERYTHING = Set.of(Mandate.EVERYTHING);

    private MandateMisfits() {}

    static List<Misfit> all() {
        return List.of(
                grant("principal", "not-null", null, HOLDER, Mandate.Kind.HOUSEHOLD, EVERYTHING),
                grant("holder", "not-null", SampleWorld.ERIKA, null, Mandate.Kind.HOUSEHOLD, EVERYTHING),
                grant("kind", "not-null", SampleWorld.ERIKA, HOLDER, null, EVERYTHING),
                grant("permissions", "size", SampleWorld.ERIKA, HOLDER, Mandate.Kind.HOUSEHOLD, Set.of()),
                grant("permissions", "size", SampleWorld.ERIKA, HOLDER, Mandate.Kind.HOUSEHOLD, many()),
                new Misfit(
                        "RevokeMandate.mandate",
                        "mandate",
                        "not-null",
                        (portal, actor, target) ->
                                portal.portal.mandates().revoke(actor, RevokeMandate.of(null)) != null));
    }

    private static Set<String> many() {
        return IntStream.range(0, 201)
                .mapToObj(number -> Misfit.PRIVATE + number)
                .collect(Collectors.toSet());
    }

    private static Misfit grant(
            String field,
            String code,
            @Nullable CustomerId principal,
            @Nullable CustomerId holder,
            Mandate.@Nullable Kind kind,
            Set<String> permissions) {
        return new Misfit(
                "GrantMandate." + field,
                field,
                code,
                (portal, actor, target) -> portal.portal
                                .mandates()
                                .grant(actor, new GrantMandate(principal, holder, kind, permissions, null, null, null))
                        != null);
    }
}
