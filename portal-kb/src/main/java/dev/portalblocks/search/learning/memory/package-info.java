// SPDX-License-Identifier: Apache-2.0
/** What is learned of searches, in memory. */
@NullMarked
package dev.portalblocks.search.learning.memory;

import org.jspecify.annotations.NullMarked;
