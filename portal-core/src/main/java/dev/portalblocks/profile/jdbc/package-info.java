// SPDX-License-Identifier: Apache-2.0
/** Profiles in a database. */
@NullMarked
package dev.portalblocks.profile.jdbc;

import org.jspecify.annotations.NullMarked;
