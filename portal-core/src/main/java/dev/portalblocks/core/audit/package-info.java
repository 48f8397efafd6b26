// SPDX-License-Identifier: Apache-2.0
/** The record of who did what, and of who was refused. */
@NullMarked
package dev.portalblocks.core.audit;

import org.jspecify.annotations.NullMarked;
