// SPDX-License-Identifier: Apache-2.0
/** What the search keeps beside its index, in memory. */
@NullMarked
package dev.portalblocks.search.memory;

import org.jspecify.annotations.NullMarked;
