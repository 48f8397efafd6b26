// SPDX-License-Identifier: Apache-2.0
/** What an integrator implements to keep profiles. */
@NullMarked
package dev.portalblocks.profile.spi;

import org.jspecify.annotations.NullMarked;
