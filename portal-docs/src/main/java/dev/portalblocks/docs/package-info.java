// SPDX-License-Identifier: Apache-2.0
/** The document vault: folders, documents and their versions, as customers and staff use it. */
@NullMarked
package dev.portalblocks.docs;

import org.jspecify.annotations.NullMarked;
