// SPDX-License-Identifier: Apache-2.0
/** The audit record in memory. */
@NullMarked
package dev.portalblocks.core.audit.memory;

import org.jspecify.annotations.NullMarked;
