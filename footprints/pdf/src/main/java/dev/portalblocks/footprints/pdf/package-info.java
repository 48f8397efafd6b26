// SPDX-License-Identifier: Apache-2.0
/** One reader takes one article along. */
@NullMarked
package dev.portalblocks.footprints.pdf;

import org.jspecify.annotations.NullMarked;
