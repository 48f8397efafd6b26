// SPDX-License-Identifier: Apache-2.0
/** Teams in memory. */
@NullMarked
package dev.portalblocks.core.access.memory;

import org.jspecify.annotations.NullMarked;
