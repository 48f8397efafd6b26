// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.model;

import java.io.IOException;

/**
 * One step of a program, for the model and for the portal.
 *
 * @param who who asks
 * @param text what it does, for people
 * @param told tells it to the model of the tenant
 * @param done does it
 */
record Step(Who who, String text, Told told, Done done) {
    /** Tells the model. */
    @FunctionalInterface
    interface Told {
        String to(Model model);
    }

    /** Asks the portal. */
    @FunctionalInterface
    interface Done {
        String on(Session session) throws IOException;
    }

    @Override
    public String toString() {
        return who + ": " + text;
    }
}
