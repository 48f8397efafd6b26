// SPDX-License-Identifier: Apache-2.0
/** How well and how fast is searched. */
@NullMarked
package dev.portalblocks.benchmarks.search;

import org.jspecify.annotations.NullMarked;
