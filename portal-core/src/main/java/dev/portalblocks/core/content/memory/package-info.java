// SPDX-License-Identifier: Apache-2.0
/** Stored bytes in memory. */
@NullMarked
package dev.portalblocks.core.content.memory;

import org.jspecify.annotations.NullMarked;
