// SPDX-License-Identifier: Apache-2.0
/** Folders, documents and versions in a database. */
@NullMarked
package dev.portalblocks.docs.jdbc;

import org.jspecify.annotations.NullMarked;
