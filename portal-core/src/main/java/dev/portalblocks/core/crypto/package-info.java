// SPDX-License-Identifier: Apache-2.0
/** Keys of a tenant and what is made with them. */
@NullMarked
package dev.portalblocks.core.crypto;

import org.jspecify.annotations.NullMarked;
