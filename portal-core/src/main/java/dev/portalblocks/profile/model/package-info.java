// SPDX-License-Identifier: Apache-2.0
/** A profile, its changes, and the commands over it. */
@NullMarked
package dev.portalblocks.profile.model;

import org.jspecify.annotations.NullMarked;
