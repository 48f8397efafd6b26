// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.portalblocks.core.access.AccessLabel;
import dev.portalblocks.core.access.Decision;
import dev.portalblocks.core.access.Permission;
import dev.portalblocks.core.access.SettledPolicy;
import dev.portalblocks.core.model.Actor;
import dev.portalblocks.core.tx.Tx;
import org.junit.jupiter.api.Test;

/** What is read without the whole way. */
class ShortcutTest {
    private static final AccessLabel THEIRS = AccessLabel.of(Workshop.ACME);

    @Test
    void aPolicyThatThrowsOpensNothing() {
        assertThat(isOpen(true)).isTrue();
        assertThat(isOpen(false)).isFalse();
    }

    private static boolean isOpen(boolean answers) {
        try (Workshop workshop = new Workshop(new Moody(answers))) {
            return workshop.operations.shortcut(Workshop.READ).isOpen(Workshop.EDITOR, THEIRS);
        }
    }

    @Test
    void nothingIsWrittenByIt() {
        try (Workshop workshop = new Workshop()) {
            assertThatIllegalArgumentException().isThrownBy(() -> workshop.operations.shortcut(Workshop.WRITE));
        }
    }

    /** A host's. */
    private record Moody(boolean answers) implements SettledPolicy {
        @Override
        public Settled settled(Permission permission) {
            return (actor, object) -> {
                if (!answers) {
                    throw new IllegalStateException("The directory of 4711 is away");
                }
                return true;
            };
        }

        @Override
        public Decision decide(Tx tx, Actor actor, Permission permission) {
            return Decision.deny();
        }
    }
}
