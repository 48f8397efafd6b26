// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.footprints.profile;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.profile.Profiles;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.Profile;
import dev.portalblocks.profile.model.ProfilePatch;

/** Shows that the profile runs with core alone, on the module path. */
public final class ProfileAlone {
    private ProfileAlone() {}

    /** Prints the module it runs in, and the answer of one call. */
    public static void main(String[] args) {
        Memory memory = new Memory();
        try (Portal portal = Portal.of(memory)) {
            Profiles profiles = Profiles.of(portal, MemoryProfileStorage.in(memory));
            CustomerId number = CustomerId.of("4711");
            Actor erika = Actor.customer(TenantId.of("acme"), number);
            ProfilePatch moved = ProfilePatch.builder().city("50667", "Köln").build();
            Profile changed = profiles.change(erika, ChangeProfile.of(number, moved));
            System.out.println(ProfileAlone.class.getModule().getName());
            System.out.println("version " + changed.version());
        }
    }
}
