// SPDX-License-Identifier: Apache-2.0
/** Tenants' keys in a database. */
@NullMarked
package dev.portalblocks.core.crypto.jdbc;

import org.jspecify.annotations.NullMarked;
