// SPDX-License-Identifier: Apache-2.0
/** The tables of core in a database. */
@NullMarked
package dev.portalblocks.core.jdbc;

import org.jspecify.annotations.NullMarked;
