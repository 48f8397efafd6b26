// SPDX-License-Identifier: Apache-2.0
/** The contract tests of search. */
@NullMarked
package dev.portalblocks.tck.search;

import org.jspecify.annotations.NullMarked;
