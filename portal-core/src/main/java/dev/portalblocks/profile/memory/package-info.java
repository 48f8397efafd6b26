// SPDX-License-Identifier: Apache-2.0
/** Profiles in memory. */
@NullMarked
package dev.portalblocks.profile.memory;

import org.jspecify.annotations.NullMarked;
