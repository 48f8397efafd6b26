// SPDX-License-Identifier: Apache-2.0
/** The FAQ in a database. */
@NullMarked
package dev.portalblocks.faq.jdbc;

import org.jspecify.annotations.NullMarked;
