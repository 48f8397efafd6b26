// SPDX-License-Identifier: Apache-2.0
/** One reader finds one article. */
@NullMarked
package dev.portalblocks.footprints.knowledge;

import org.jspecify.annotations.NullMarked;
