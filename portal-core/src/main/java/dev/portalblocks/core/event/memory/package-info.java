// SPDX-License-Identifier: Apache-2.0
/** The event log in memory. */
@NullMarked
package dev.portalblocks.core.event.memory;

import org.jspecify.annotations.NullMarked;
