// SPDX-License-Identifier: Apache-2.0
/** Conversations in a database. */
@NullMarked
package dev.portalblocks.messaging.jdbc;

import org.jspecify.annotations.NullMarked;
