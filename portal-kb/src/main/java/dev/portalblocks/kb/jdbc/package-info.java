// SPDX-License-Identifier: Apache-2.0
/** A knowledge base in a database. */
@NullMarked
package dev.portalblocks.kb.jdbc;

import org.jspecify.annotations.NullMarked;
