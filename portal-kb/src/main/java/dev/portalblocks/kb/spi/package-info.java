// SPDX-License-Identifier: Apache-2.0
/** What an integrator implements to keep a knowledge base. */
@NullMarked
package dev.portalblocks.kb.spi;

import org.jspecify.annotations.NullMarked;
