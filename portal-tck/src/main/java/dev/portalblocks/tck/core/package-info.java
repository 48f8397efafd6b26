// SPDX-License-Identifier: Apache-2.0
/** The contracts of core's SPIs. */
@NullMarked
package dev.portalblocks.tck.core;

import org.jspecify.annotations.NullMarked;
