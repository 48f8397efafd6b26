// SPDX-License-Identifier: Apache-2.0
/** What the README shows is compiled and run here. */
@NullMarked
package dev.portalblocks.tck.readme;

import org.jspecify.annotations.NullMarked;
