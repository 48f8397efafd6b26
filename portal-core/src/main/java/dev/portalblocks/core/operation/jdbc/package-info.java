// SPDX-License-Identifier: Apache-2.0
/** Idempotency keys in a database. */
@NullMarked
package dev.portalblocks.core.operation.jdbc;

import org.jspecify.annotations.NullMarked;
