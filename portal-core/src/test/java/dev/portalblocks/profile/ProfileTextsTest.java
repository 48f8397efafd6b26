// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.Portal;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.CustomerId;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import dev.portalblocks.core.tx.memory.Memory;
import dev.portalblocks.profile.memory.MemoryProfileStorage;
import dev.portalblocks.profile.model.ChangeProfile;
import dev.portalblocks.profile.model.ProfilePatch;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTextsTest {
    private static final CustomerId ID = CustomerId.of("4711");
    private static final Actor ERIKA = Actor.customer(TenantId.of("acme"), ID);

    private final Memory memory = new Memory();
    private final Portal portal = Portal.of(memory);
    private final Profiles profiles = Profiles.of(portal, MemoryProfileStorage.in(memory));

    @AfterEach
    void close() {
        portal.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"e\u202Erika@example.org", "erika\u0085@example.org", "e\u2028@example.org", "\uD800@a.de"})
    void anAddressThatBreaksOrTurnsALineIsRefused(String address) {
        assertThatThrownBy(() -> change("email", address))
                .isInstanceOfSatisfying(
                        PortalException.InvalidInput.class,
                        e -> assertThat(e.violations())
                                .extracting(violation -> violation.field() + " " + violation.code())
                                .contains("email pattern"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"erika@example.org", "erika.muster+kfz@example.org", "erika@m\u00FCller.de"})
    void everyOtherAddressIsTaken(String address) {
        change("email", address);
        assertThat(profiles.read(ERIKA, ID).data().email()).isEqualTo(address);
    }

    private void change(String field, String value) {
        profiles.change(ERIKA, ChangeProfile.of(ID, ProfilePatch.of(Map.of(field, value))));
    }
}
