// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.access;

/** What a policy answers. */
public sealed interface Decision {
    /** No. */
    record Deny() implements Decision {}

    /**
     * Yes, within a scope.
     *
     * @param scope how far
     */
    record Allow(Scope scope) implements Decision {}

    /** Returns a refusal. */
    static Decision deny() {
        return new Deny();
    }

    /** Returns leave to touch what the scope covers. */
    static Decision allow(Scope scope) {
        return new Allow(scope);
    }

    /** Returns what both decisions allow. */
    default Decision and(Decision other) {
        if (this instanceof Allow mine && other instanceof Allow theirs) {
            return allow(mine.scope().and(theirs.scope()));
        }
        return deny();
    }
}
