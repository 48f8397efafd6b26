// SPDX-License-Identifier: Apache-2.0
/** Everything that core stores, in one memory. */
@NullMarked
package dev.portalblocks.core.memory;

import org.jspecify.annotations.NullMarked;
