// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.floors.messaging.model;

import dev.portalblocks.tck.planted.floors.core.model.Money;
import dev.portalblocks.tck.planted.floors.messaging.spi.LetterBox;

public record Letter(Money down, LetterBox up) {}
