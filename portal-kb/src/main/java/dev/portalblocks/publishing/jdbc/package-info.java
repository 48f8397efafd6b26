// SPDX-License-Identifier: Apache-2.0
/** What editors write, in a database: what the tables of several blocks have in common. */
@NullMarked
package dev.portalblocks.publishing.jdbc;

import org.jspecify.annotations.NullMarked;
