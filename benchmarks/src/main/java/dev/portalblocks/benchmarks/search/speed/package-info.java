// SPDX-License-Identifier: Apache-2.0
/** How fast the search is, beside Lucene alone. */
@NullMarked
package dev.portalblocks.benchmarks.search.speed;

import org.jspecify.annotations.NullMarked;
