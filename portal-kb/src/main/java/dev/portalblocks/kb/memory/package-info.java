// SPDX-License-Identifier: Apache-2.0
/** A knowledge base in memory. */
@NullMarked
package dev.portalblocks.kb.memory;

import org.jspecify.annotations.NullMarked;
