// SPDX-License-Identifier: Apache-2.0
/** Audit entries in a database. */
@NullMarked
package dev.portalblocks.core.audit.jdbc;

import org.jspecify.annotations.NullMarked;
