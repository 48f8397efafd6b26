// SPDX-License-Identifier: Apache-2.0
/** Mandates in memory. */
@NullMarked
package dev.portalblocks.core.mandate.memory;

import org.jspecify.annotations.NullMarked;
