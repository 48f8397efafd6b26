// SPDX-License-Identifier: Apache-2.0
/** The FAQ in memory. */
@NullMarked
package dev.portalblocks.faq.memory;

import org.jspecify.annotations.NullMarked;
