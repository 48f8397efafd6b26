// SPDX-License-Identifier: Apache-2.0
/** The runtime that the blocks share, built first. */
@NullMarked
package dev.portalblocks.core;

import org.jspecify.annotations.NullMarked;
