// SPDX-License-Identifier: Apache-2.0
/** Core's storage in a database, as one bundle. */
@NullMarked
package dev.portalblocks.core.jdbc;

import org.jspecify.annotations.NullMarked;
