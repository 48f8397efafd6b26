// SPDX-License-Identifier: Apache-2.0
/** Stored bytes in a directory. */
@NullMarked
package dev.portalblocks.core.content.file;

import org.jspecify.annotations.NullMarked;
