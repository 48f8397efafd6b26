// SPDX-License-Identifier: Apache-2.0
/** What an integrator implements to keep what is learned of searches. */
@NullMarked
package dev.portalblocks.search.learning.spi;

import org.jspecify.annotations.NullMarked;
