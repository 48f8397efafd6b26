// SPDX-License-Identifier: Apache-2.0
/** One customer hands in one document. */
@NullMarked
package dev.portalblocks.footprints.docs;

import org.jspecify.annotations.NullMarked;
