// SPDX-License-Identifier: Apache-2.0
/** What a company learns of its customers' searches, and of none of its customers. */
@NullMarked
package dev.portalblocks.search.learning;

import org.jspecify.annotations.NullMarked;
