// SPDX-License-Identifier: Apache-2.0
/** One search over everything that the portal's blocks publish. */
@NullMarked
package dev.portalblocks.search;

import org.jspecify.annotations.NullMarked;
