// SPDX-License-Identifier: Apache-2.0
/** The one way through: every public operation of every block is carried out here. */
@NullMarked
package dev.portalblocks.core.operation;

import org.jspecify.annotations.NullMarked;
