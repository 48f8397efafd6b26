// SPDX-License-Identifier: Apache-2.0
/** Idempotency keys in memory. */
@NullMarked
package dev.portalblocks.core.operation.memory;

import org.jspecify.annotations.NullMarked;
