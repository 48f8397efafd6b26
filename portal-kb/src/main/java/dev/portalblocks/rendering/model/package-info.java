// SPDX-License-Identifier: Apache-2.0
/** What a text becomes, and what it refers to. */
@NullMarked
package dev.portalblocks.rendering.model;

import org.jspecify.annotations.NullMarked;
