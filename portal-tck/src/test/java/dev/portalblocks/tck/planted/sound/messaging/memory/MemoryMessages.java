// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.sound.messaging.memory;

import dev.portalblocks.tck.planted.sound.core.tx.Tx;
import dev.portalblocks.tck.planted.sound.core.tx.memory.Memory;
import dev.portalblocks.tck.planted.sound.messaging.model.Choice;
import dev.portalblocks.tck.planted.sound.messaging.spi.MessageStore;
import java.nio.charset.StandardCharsets;
import java.util.Random;

public final class MemoryMessages implements MessageStore {
    private final Memory memory;

    public MemoryMessages(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Choice append(Tx tx, Choice choice) {
        memory.log(tx, "");
        return choice;
    }

    @Override
    public void delete(Tx tx, Choice choice) {
        var text = new String(choice.tenant().value().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        memory.log(tx, text + new Random(1).nextInt());
    }
}
