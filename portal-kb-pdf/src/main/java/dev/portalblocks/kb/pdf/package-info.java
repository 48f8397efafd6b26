// SPDX-License-Identifier: Apache-2.0
/** Published articles as PDF. */
@NullMarked
package dev.portalblocks.kb.pdf;

import org.jspecify.annotations.NullMarked;
