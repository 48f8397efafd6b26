// SPDX-License-Identifier: Apache-2.0
/** The contract of the profile's SPI. */
@NullMarked
package dev.portalblocks.tck.profile;

import org.jspecify.annotations.NullMarked;
