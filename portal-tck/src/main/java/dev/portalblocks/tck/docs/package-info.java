// SPDX-License-Identifier: Apache-2.0
/** The contracts of the document vault's SPIs. */
@NullMarked
package dev.portalblocks.tck.docs;

import org.jspecify.annotations.NullMarked;
