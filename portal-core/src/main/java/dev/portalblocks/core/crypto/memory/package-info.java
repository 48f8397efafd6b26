// SPDX-License-Identifier: Apache-2.0
/** Tenant keys in memory. */
@NullMarked
package dev.portalblocks.core.crypto.memory;

import org.jspecify.annotations.NullMarked;
