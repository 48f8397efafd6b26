// SPDX-License-Identifier: Apache-2.0
/** What is known of stored bytes, and who uses them, in a database. */
@NullMarked
package dev.portalblocks.core.content.jdbc;

import org.jspecify.annotations.NullMarked;
