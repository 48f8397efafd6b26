// SPDX-License-Identifier: Apache-2.0
/** The contracts of the knowledge base's SPIs. */
@NullMarked
package dev.portalblocks.tck.kb;

import org.jspecify.annotations.NullMarked;
