// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.benchmarks;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;

/** A program that makes a portal, calls it once and says how long that took it. */
public final class FirstCall {
    private FirstCall() {}

    /** Prints milliseconds from the first line of this method to the answer. */
    public static void main(String[] args) {
        long start = System.nanoTime();
        Memory memory = new Memory();
        try (Portal portal = Portal.of(memory)) {
            Profiles profiles = Profiles.of(portal, MemoryProfileStorage.in(memory));
            CustomerId number = CustomerId.of("4711");
            profiles.change(
                    Actor.customer(TenantId.of("acme"), number),
                    ChangeProfile.of(
                            number, ProfilePatch.builder().givenName("Erika").build()));
            System.out.println((System.nanoTime() - start) / 1_000_000.0);
        }
    }
}
