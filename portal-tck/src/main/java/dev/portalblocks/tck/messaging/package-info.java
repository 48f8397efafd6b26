// SPDX-License-Identifier: Apache-2.0
/** The contracts of the inbox's SPI. */
@NullMarked
package dev.portalblocks.tck.messaging;

import org.jspecify.annotations.NullMarked;
