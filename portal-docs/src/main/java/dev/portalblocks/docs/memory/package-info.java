// SPDX-License-Identifier: Apache-2.0
/** Folders, documents and versions in memory. */
@NullMarked
package dev.portalblocks.docs.memory;

import org.jspecify.annotations.NullMarked;
