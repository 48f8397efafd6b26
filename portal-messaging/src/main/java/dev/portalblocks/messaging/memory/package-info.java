// SPDX-License-Identifier: Apache-2.0
/** Conversations in memory. */
@NullMarked
package dev.portalblocks.messaging.memory;

import org.jspecify.annotations.NullMarked;
