// SPDX-License-Identifier: Apache-2.0
/** Mandates in a database. */
@NullMarked
package dev.portalblocks.core.mandate.jdbc;

import org.jspecify.annotations.NullMarked;
