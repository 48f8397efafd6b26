// SPDX-License-Identifier: Apache-2.0
/** Transactions over tables and logs that live in memory, which the memory stores of all blocks stand on. */
@NullMarked
package dev.portalblocks.core.tx.memory;

import org.jspecify.annotations.NullMarked;
