// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import static dev.portalblocks.core.operation.Workshop.EDITOR;
import static dev.portalblocks.core.operation.Workshop.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portalblocks.core.access.AccessPolicy;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.Scope;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.model.IdempotencyKey;
import dev.portalblocks.core.model.PortalException;
import dev.portalblocks.core.model.TenantId;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CreationTest {
    private static final IdempotencyKey KEY = IdempotencyKey.of("attempt-1");

    private final Workshop workshop = new Workshop();

    @AfterEach
    void close() {
        workshop.close();
    }

    @Test
    void aRepeatWithTheSameKeyCreatesNothingNew() {
        String first = workshop.create(EDITOR, KEY, "text");
        assertThat(workshop.create(EDITOR, KEY, "text")).isEqualTo(first);
        assertThat(workshop.notes()).hasSize(1);
        assertThat(workshop.events()).hasSize(1);
        assertThat(workshop.audit()).hasSize(1);
    }

    @Test
    void aRepeatAnswersWithTheObjectAsItIs() {
        String id = workshop.create(EDITOR, KEY, "text").split(" ", 2)[0];
        workshop.memory.write(tx -> {
            workshop.notes.put(tx, id, "changed");
            return true;
        });
        assertThat(workshop.create(EDITOR, KEY, "text")).isEqualTo(id + " changed");
        workshop.memory.write(tx -> workshop.notes.delete(tx, id));
        assertThatThrownBy(() -> workshop.create(EDITOR, KEY, "text")).isInstanceOf(PortalException.NotFound.class);
    }

    @Test
    void aRepeatIsAuthorisedAgain() {
        AtomicBoolean allowed = new AtomicBoolean(true);
        AccessPolicy policy = (tx, actor, permission) ->
                allowed.get() ? Decision.allow(Scope.wholeTenant(actor.tenant())) : Decision.deny();
        try (Workshop other = new Workshop(policy)) {
            other.create(EDITOR, KEY, "text");
            allowed.set(false);
            assertThatThrownBy(() -> other.create(EDITOR, KEY, "text"))
                    .isInstanceOf(PortalException.AccessDenied.class);
        }
    }

    @Test
    void aKeyWithOtherContentIsAConflict() {
        workshop.create(EDITOR, KEY, "text");
        assertThatThrownBy(() -> workshop.create(EDITOR, KEY, "other"))
                .isInstanceOfSatisfying(
                        PortalException.Conflict.class,
                        e -> assertThat(e.code()).isEqualTo("idempotency-key.reused"));
        assertThat(workshop.notes()).containsExactly("text");
        assertThat(workshop.audit()).hasSize(1);
    }

    @Test
    void aKeyBelongsToItsTenantAndItsActor() {
        workshop.create(EDITOR, KEY, "text");
        workshop.create(Actor.agent(Workshop.ACME, "other", "editor"), KEY, "text");
        workshop.create(Actor.system(Workshop.ACME, "e"), KEY, "text");
        workshop.create(Actor.agent(TenantId.of("other"), "e", "editor"), KEY, "text");
        assertThat(workshop.notes()).hasSize(4);
    }

    @Test
    void withoutAKeyEachCallCreates() {
        workshop.create(EDITOR, null, "text");
        workshop.create(EDITOR, null, "text");
        assertThat(workshop.notes()).hasSize(2);
    }

    @Test
    void aRefusedAttemptDoesNotUseTheKeyUp() {
        assertThatThrownBy(() -> workshop.create(STRANGER, KEY, "text"))
                .isInstanceOf(PortalException.AccessDenied.class);
        assertThatThrownBy(() -> workshop.create(EDITOR, KEY, " ")).isInstanceOf(PortalException.InvalidInput.class);
        workshop.create(EDITOR, KEY, "text");
        workshop.create(STRANGER.withRoles("editor"), KEY, "text");
        assertThat(workshop.notes()).hasSize(2);
    }

    @Test
    void fiftyAtOnceCreateOneObject() throws Exception {
        assertThat(Threads.race(50, number -> workshop.create(EDITOR, KEY, "text")).stream()
                        .distinct())
                .hasSize(1);
        assertThat(workshop.notes()).hasSize(1);
        assertThat(workshop.events()).hasSize(1);
        assertThat(workshop.audit()).hasSize(1);
    }

    @Test
    void neitherKeyNorCommandNorActorIsStored() {
        workshop.create(Actor.agent(Workshop.ACME, "loginname", "editor"), IdempotencyKey.of("keytext"), "notetext");
        assertThat(workshop.memory.contents().get("core.idempotency"))
                .singleElement()
                .satisfies(row -> {
                    String stored = String.valueOf(((Map.Entry<?, ?>) row).getValue());
                    assertThat(stored).doesNotContain("loginname", "keytext", "notetext");
                });
    }
}
