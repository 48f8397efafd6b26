// SPDX-License-Identifier: Apache-2.0
package dev.portalblocks.tck.planted.floors.messaging.spi;

public interface LetterBox {}
