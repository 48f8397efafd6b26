// SPDX-License-Identifier: Apache-2.0
/** Text as a reader meets it: what is written in Markdown or HTML becomes what is shown, linked and found. */
@NullMarked
package dev.portalblocks.rendering;

import org.jspecify.annotations.NullMarked;
