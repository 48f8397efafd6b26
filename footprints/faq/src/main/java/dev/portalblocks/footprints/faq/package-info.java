// SPDX-License-Identifier: Apache-2.0
/** One visitor reads one answer. */
@NullMarked
package dev.portalblocks.footprints.faq;

import org.jspecify.annotations.NullMarked;
