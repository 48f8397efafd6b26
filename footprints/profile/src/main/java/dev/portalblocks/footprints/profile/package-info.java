// SPDX-License-Identifier: Apache-2.0
/** One customer changes one profile. */
@NullMarked
package dev.portalblocks.footprints.profile;

import org.jspecify.annotations.NullMarked;
