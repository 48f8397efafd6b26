// SPDX-License-Identifier: Apache-2.0
/** The customer's own data: read it, change it, see what changed. */
@NullMarked
package dev.portalblocks.profile;

import org.jspecify.annotations.NullMarked;
