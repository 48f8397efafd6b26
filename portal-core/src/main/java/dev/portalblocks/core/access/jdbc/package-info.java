// SPDX-License-Identifier: Apache-2.0
/** Teams in a database. */
@NullMarked
package dev.portalblocks.core.access.jdbc;

import org.jspecify.annotations.NullMarked;
