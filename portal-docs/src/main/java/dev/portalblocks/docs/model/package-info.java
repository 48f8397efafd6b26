// SPDX-License-Identifier: Apache-2.0
/** Records, ids and commands of the document vault. */
@NullMarked
package dev.portalblocks.docs.model;

import org.jspecify.annotations.NullMarked;
