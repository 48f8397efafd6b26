// SPDX-License-Identifier: Apache-2.0
/** The outbox and its log in a database. */
@NullMarked
package dev.portalblocks.core.event.jdbc;

import org.jspecify.annotations.NullMarked;
