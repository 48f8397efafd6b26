// SPDX-License-Identifier: Apache-2.0
/** What the search keeps beside its index, in a database. */
@NullMarked
package dev.portalblocks.search.jdbc;

import org.jspecify.annotations.NullMarked;
