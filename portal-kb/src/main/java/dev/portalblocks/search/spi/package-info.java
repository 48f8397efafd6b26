// SPDX-License-Identifier: Apache-2.0
/** What an integrator implements to search with another engine, and what a block implements to be found. */
@NullMarked
package dev.portalblocks.search.spi;

import org.jspecify.annotations.NullMarked;
