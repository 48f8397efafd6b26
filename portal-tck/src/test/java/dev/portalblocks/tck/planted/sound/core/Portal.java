// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.sound.core;

import dev.portalblocks.tck.planted.sound.core.operation.Way;
import dev.portalblocks.tck.planted.sound.core.tx.memory.Memory;
import java.security.SecureRandom;
import java.time.Clock;

public final class Portal {
    private Portal() {}

    public static Way of(Memory memory) {
        return new Way(memory);
    }

    public static final class Builder {
        public String surroundings() {
            return Clock.systemUTC().instant() + "/" + new SecureRandom().nextInt();
        }
    }
}
