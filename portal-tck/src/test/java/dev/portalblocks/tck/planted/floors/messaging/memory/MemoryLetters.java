// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.floors.messaging.memory;

import dev.portalblocks.tck.planted.floors.messaging.spi.LetterBox;

public final class MemoryLetters implements LetterBox {}
