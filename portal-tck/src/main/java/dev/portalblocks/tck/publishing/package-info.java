// SPDX-License-Identifier: Apache-2.0
/** The promises of what blocks with editors keep alike. */
@NullMarked
package dev.portalblocks.tck.publishing;

import org.jspecify.annotations.NullMarked;
