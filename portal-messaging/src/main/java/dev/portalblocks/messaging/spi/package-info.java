// SPDX-License-Identifier: Apache-2.0
/** What an integrator implements to keep conversations. */
@NullMarked
package dev.portalblocks.messaging.spi;

import org.jspecify.annotations.NullMarked;
