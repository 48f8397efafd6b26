// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;

/** A program that makes a portal, calls it once and says how long that took it. */
public final class FirstCall {
    private FirstCall() {}

    /**
     * Prints milliseconds from the first line of this method to the answer.
     *
     * @param call {@code read}, or {@code change} for a command, which is validated and becomes an event
     */
    public static void main(String[] call) {
        long start = System.nanoTime();
        Memory memory = new Memory();
        try (Portal portal = Portal.of(memory)) {
            Profiles profiles = Profiles.of(portal, MemoryProfileStorage.in(memory));
            CustomerId number = CustomerId.of("4711");
            Actor erika = Actor.customer(TenantId.of("acme"), number);
            if (call[0].equals("change")) {
                profiles.change(
                        erika,
                        ChangeProfile.of(
                                number,
                                ProfilePatch.builder().givenName("Erika").build()));
            } else {
                requireNone(profiles, erika, number);
            }
            System.out.println((System.nanoTime() - start) / 1_000_000.0);
        }
    }

    private static void requireNone(Profiles profiles, Actor erika, CustomerId number) {
        try {
            profiles.read(erika, number);
            throw new IllegalStateException("Nobody has written a profile");
        } catch (PortalException.NotFound expected) {
            // the answer
        }
    }
}
