// SPDX-License-Identifier: Apache-2.0
/** The contracts of the FAQ's SPIs. */
@NullMarked
package dev.portalblocks.tck.faq;

import org.jspecify.annotations.NullMarked;
