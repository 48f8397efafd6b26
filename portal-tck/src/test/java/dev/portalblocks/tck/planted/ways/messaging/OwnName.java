// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.ways.messaging;

import dev.portalblocks.tck.planted.ways.core.model.Actor;
import java.util.Optional;
import java.util.function.Function;

public final class OwnName {
    public Optional<String> byCall(Actor actor) {
        return actor.findCustomer();
    }

    public Function<Actor, Optional<String>> byReference() {
        return Actor::findCustomer;
    }

    public Optional<String> allowed(Actor actor) {
        return actor.findPrincipal();
    }
}
