// SPDX-License-Identifier: Apache-2.0
/** What bytes are, told from the bytes. */
@NullMarked
package dev.portalblocks.docs.types;

import org.jspecify.annotations.NullMarked;
