// SPDX-License-Identifier: Apache-2.0
/** Measurements of the blocks. */
@NullMarked
package dev.portalblocks.benchmarks;

import org.jspecify.annotations.NullMarked;
