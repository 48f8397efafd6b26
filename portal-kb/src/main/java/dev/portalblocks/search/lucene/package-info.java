// SPDX-License-Identifier: Apache-2.0
/** The search index on Lucene, one for each tenant. */
@NullMarked
package dev.portalblocks.search.lucene;

import org.jspecify.annotations.NullMarked;
