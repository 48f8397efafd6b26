// SPDX-License-Identifier: Apache-2.0
/** Stored bytes and the rows that know of them, without a word about what they mean. */
@NullMarked
package dev.portalblocks.core.content;

import org.jspecify.annotations.NullMarked;
