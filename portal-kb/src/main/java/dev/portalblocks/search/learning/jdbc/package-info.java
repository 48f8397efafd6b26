// SPDX-License-Identifier: Apache-2.0
/** What is learned of searches, in a database. */
@NullMarked
package dev.portalblocks.search.learning.jdbc;

import org.jspecify.annotations.NullMarked;
