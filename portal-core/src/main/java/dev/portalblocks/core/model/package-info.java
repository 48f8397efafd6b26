// SPDX-License-Identifier: Apache-2.0
/** The vocabulary that every block speaks: who asks, about what, which page, what went wrong. */
@NullMarked
package dev.portalblocks.core.model;

import org.jspecify.annotations.NullMarked;
