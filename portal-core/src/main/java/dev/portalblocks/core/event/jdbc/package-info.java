// SPDX-License-Identifier: Apache-2.0
/** The log of events in a database. */
@NullMarked
package dev.portalblocks.core.event.jdbc;

import org.jspecify.annotations.NullMarked;
