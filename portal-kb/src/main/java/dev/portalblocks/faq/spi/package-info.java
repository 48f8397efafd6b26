// SPDX-License-Identifier: Apache-2.0
/** What an integrator implements to keep an FAQ. */
@NullMarked
package dev.portalblocks.faq.spi;

import org.jspecify.annotations.NullMarked;
