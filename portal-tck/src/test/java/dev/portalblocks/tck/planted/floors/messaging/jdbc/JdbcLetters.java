// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.floors.messaging.jdbc;

import dev.portalblocks.tck.planted.floors.messaging.memory.MemoryLetters;
import dev.portalblocks.tck.planted.floors.messaging.spi.LetterBox;

public final class JdbcLetters implements LetterBox {
    public LetterBox aside() {
        return new MemoryLetters();
    }
}
