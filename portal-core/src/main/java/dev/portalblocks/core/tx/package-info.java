// SPDX-License-Identifier: Apache-2.0
/** Transactions: what a store is handed, and where they come from. */
@NullMarked
package dev.portalblocks.core.tx;

import org.jspecify.annotations.NullMarked;
