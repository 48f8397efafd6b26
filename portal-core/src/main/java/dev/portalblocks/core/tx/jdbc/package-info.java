// SPDX-License-Identifier: Apache-2.0
/** Transactions on a database, by plain {@code java.sql}, and the schemas of the blocks. */
@NullMarked
package dev.portalblocks.core.tx.jdbc;

import org.jspecify.annotations.NullMarked;
