// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.way;

import dev.portalblocks.core.model.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * How a test calls one public method: what a person would type to try it.
 *
 * @param method which method: {@code Profiles.read(Actor, CustomerId)}
 * @param operation the name of the operation that travels first; the only one, unless the method is made of operations
 * @param call calls it
 */
record Invoker(String method, String operation, Call call) {
    /** Calls a method on a composed portal. */
    @FunctionalInterface
    interface Call {
        /** Returns whether the answer shows the target, or what was made of it. */
        boolean aimAt(Composition portal, Actor actor, Target target) throws IOException;
    }

    boolean invoke(Composition portal, Actor actor, Target target) {
        try {
            return call.aimAt(portal, actor, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return operation + " by " + method;
    }
}
